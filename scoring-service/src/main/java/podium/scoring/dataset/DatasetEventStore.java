package podium.scoring.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.event.EventJson;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.outbox.Republisher;
import podium.scoring.dataset.DatasetAudited.Step;

/** Tells what becomes of datasets, on the topic {@code datasets}, and can tell it all again with the same ids. */
@ApplicationScoped
public class DatasetEventStore implements Republisher {
    private static final String TOPIC = "datasets";
    private static final int PAGE = 500;
    private static final Map<String, Class<?>> TYPES = Map.of(
            "DatasetAudited", DatasetAudited.class,
            "DatasetRefused", DatasetRefused.class,
            "DatasetReleased", DatasetReleased.class);

    private final EntityManager entities;
    private final Outbox outbox;

    @Inject
    DatasetEventStore(EntityManager entities, Outbox outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    /** Tells of a step, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void audited(UUID contestId, Step step, @Nullable String actor, Map<String, String> detail, Instant at) {
        UUID id = Ids.next();
        append(contestId, id, at, new DatasetAudited(contestId, id, step, actor, detail, at));
    }

    /** Tells of a refusal, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void refused(DatasetRefused refused) {
        append(refused.contestId(), Ids.next(), refused.refusedAt(), refused);
    }

    /** Tells of a release, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void released(DatasetReleased released) {
        append(released.contestId(), Ids.next(), released.releasedAt(), released);
    }

    @Override
    public void republish(Sink sink) {
        UUID after = new UUID(0, 0);
        for (List<Told> page = page(after); !page.isEmpty(); page = page(after)) {
            page.forEach(told -> sink.send(TOPIC, told.key(), told.id(), told.at(), told.payload()));
            after = page.getLast().id();
        }
    }

    private void append(UUID contestId, UUID id, Instant at, Object payload) {
        entities.createNativeQuery("""
                        insert into dataset_event (id, contest_id, type, payload, occurred_at)
                        values (:id, :contest, :type, cast(:payload as jsonb), :at)""")
                .setParameter("id", id)
                .setParameter("contest", contestId)
                .setParameter("type", payload.getClass().getSimpleName())
                .setParameter("payload", EventJson.write(payload))
                .setParameter("at", at)
                .executeUpdate();
        outbox.append(TOPIC, contestId.toString(), id, at, payload);
    }

    private List<Told> page(UUID after) {
        List<?> rows = entities.createNativeQuery("""
                        select id, contest_id, type, cast(payload as text) as payload, occurred_at
                        from dataset_event where id > :after order by id limit :page""", Tuple.class)
                .setParameter("after", after)
                .setParameter("page", PAGE)
                .getResultList();
        return rows.stream().map(row -> told((Tuple) row)).toList();
    }

    private static Told told(Tuple row) {
        Class<?> type = TYPES.get(row.get("type", String.class));
        if (type == null) {
            throw new IllegalStateException("An event of an unknown type was kept");
        }
        try {
            Object payload = EventJson.read(row.get("payload", String.class).getBytes(StandardCharsets.UTF_8), type);
            return new Told(
                    row.get("id", UUID.class),
                    row.get("contest_id", UUID.class).toString(),
                    row.get("occurred_at", Instant.class),
                    payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept event cannot be read", e);
        }
    }

    private record Told(UUID id, String key, Instant at, Object payload) {}
}
