package podium.submission.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import podium.kit.event.EventJson;

/** Histories in the database, which itself refuses to change or remove an entry. */
@ApplicationScoped
public class HistoryStore {
    private static final String COLUMNS = "id, contest_id, at, kind, actor, data, sequence, previous, hash";

    private final EntityManager database;

    HistoryStore(EntityManager database) {
        this.database = database;
    }

    void add(Entry entry) {
        // The head is the lock under which a contest's entries are sealed.
        database.createNativeQuery("""
                        insert into history_head (contest_id, sequence, hash) values (:contest, 0, :hash)
                        on conflict do nothing
                        """)
                .setParameter("contest", entry.contest())
                .setParameter("hash", HashChain.START)
                .executeUpdate();
        database.createNativeQuery("""
                        insert into history_entry (id, contest_id, at, kind, actor, data)
                        values (:id, :contest, :at, :kind, :actor, :data)
                        """)
                .setParameter("id", entry.id())
                .setParameter("contest", entry.contest())
                .setParameter("at", entry.at())
                .setParameter("kind", entry.kind())
                .setParameter("actor", entry.actor())
                .setParameter("data", EventJson.write(entry.data()))
                .executeUpdate();
    }

    /** A contest with entries that are not sealed, and that no other replica is sealing; its head is locked. */
    Optional<UUID> lockUnsealed() {
        return database.unwrap(Session.class).createNativeQuery("""
                        select contest_id from history_head
                        where contest_id in (select contest_id from history_entry where sequence is null)
                        limit 1 for update skip locked
                        """, UUID.class).getResultList().stream()
                .findFirst();
    }

    /** Entries that are not sealed, in the order in which they were made. */
    List<Entry> unsealed(UUID contest, int limit) {
        return rows("contest_id = :contest and sequence is null order by id", contest, limit).stream()
                .map(row -> new Entry(
                        row.get("id", UUID.class),
                        contest,
                        row.get("at", Instant.class),
                        row.get("kind", String.class),
                        row.get("actor", String.class),
                        data(row)))
                .toList();
    }

    void seal(SealedEntry entry) {
        database.createNativeQuery(
                        "update history_entry set sequence = :sequence, previous = :previous, hash = :hash where id = :id")
                .setParameter("sequence", entry.sequence())
                .setParameter("previous", entry.previous())
                .setParameter("hash", entry.hash())
                .setParameter("id", entry.id())
                .executeUpdate();
    }

    void head(UUID contest, SealedEntry last, Instant now) {
        database.createNativeQuery(
                        "update history_head set sequence = :sequence, hash = :hash, sealed_at = :now where contest_id = :contest")
                .setParameter("sequence", last.sequence())
                .setParameter("hash", last.hash())
                .setParameter("now", now)
                .setParameter("contest", contest)
                .executeUpdate();
    }

    /** The end of the chain. */
    public Head head(UUID contest) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(
                        "select sequence, hash, sealed_at from history_head where contest_id = :contest", Tuple.class)
                .setParameter("contest", contest)
                .getResultList()
                .stream()
                .map(row -> new Head(
                        ((Number) row.get("sequence")).longValue(),
                        row.get("hash", String.class),
                        row.get("sealed_at", Instant.class)))
                .findFirst()
                .orElse(new Head(0, HashChain.START, null));
    }

    /** Sealed entries in their order, from behind one of them and up to one of them. */
    public List<SealedEntry> sealed(UUID contest, long after, long until, int limit) {
        String condition = "contest_id = :contest and sequence > " + after + " and sequence <= " + until;
        return rows(condition + " order by sequence", contest, limit).stream()
                .map(row -> new SealedEntry(
                        ((Number) row.get("sequence")).longValue(),
                        row.get("id", UUID.class),
                        contest,
                        row.get("at", Instant.class),
                        row.get("kind", String.class),
                        row.get("actor", String.class),
                        data(row),
                        row.get("previous", String.class),
                        row.get("hash", String.class)))
                .toList();
    }

    private List<Tuple> rows(String condition, UUID contest, int limit) {
        return database.unwrap(Session.class)
                .createNativeQuery(
                        "select " + COLUMNS + " from history_entry where " + condition + " limit " + limit, Tuple.class)
                .setParameter("contest", contest)
                .getResultList();
    }

    private static ObjectNode data(Tuple row) {
        try {
            return EventJson.read(row.get("data", String.class).getBytes(StandardCharsets.UTF_8), ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Entry " + row.get("id") + " of a history cannot be read", e);
        }
    }
}
