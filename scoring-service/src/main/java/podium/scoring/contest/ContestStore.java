package podium.scoring.contest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import podium.kit.event.EventJson;

/** The contests that scoring has heard of. */
@ApplicationScoped
public class ContestStore {
    private final EntityManager entities;

    @Inject
    ContestStore(EntityManager entities) {
        this.entities = entities;
    }

    /** The newest snapshot of a contest, empty if scoring has not heard of it yet. */
    @Transactional
    public Optional<KnownContest> find(UUID contestId) {
        return Optional.ofNullable(entities.find(ContestEntity.class, contestId))
                .map(ContestEntity::known);
    }

    /** The same by the contest's name in URLs. */
    @Transactional
    public Optional<KnownContest> findBySlug(String slug) {
        return entities.createQuery("from ContestEntity where slug = :slug", ContestEntity.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .map(ContestEntity::known);
    }

    /** The other contests that somebody runs who runs this one. */
    @Transactional
    public List<KnownContest> ofSameOrganizers(KnownContest contest) {
        List<?> rows = entities.createNativeQuery(
                        "select * from contest where organizers && cast(:organizers as text[]) and id <> :id order by id",
                        ContestEntity.class)
                .setParameter("organizers", contest.organizers().toArray(String[]::new))
                .setParameter("id", contest.id())
                .getResultList();
        return rows.stream().map(row -> ((ContestEntity) row).known()).toList();
    }

    /**
     * Takes a snapshot, unless a newer one is there already.
     *
     * @return whether it was taken
     */
    @Transactional
    boolean take(ContestChanged snapshot) {
        return entities.createNativeQuery("""
                                insert into contest
                                    (id, version, slug, state, visibility, organizers, definition, changed_at)
                                values (:id, :version, :slug, :state, :visibility, :organizers, cast(:definition as jsonb), :at)
                                on conflict (id) do update set
                                    version = excluded.version, slug = excluded.slug, state = excluded.state,
                                    visibility = excluded.visibility, organizers = excluded.organizers,
                                    definition = excluded.definition, changed_at = excluded.changed_at
                                where contest.version < excluded.version""")
                        .setParameter("id", snapshot.contestId())
                        .setParameter("version", snapshot.version())
                        .setParameter("slug", snapshot.slug())
                        .setParameter("state", snapshot.state().word())
                        .setParameter("visibility", word(snapshot.visibility()))
                        .setParameter("organizers", snapshot.organizers().toArray(String[]::new))
                        .setParameter("definition", EventJson.write(snapshot.definition()))
                        .setParameter("at", snapshot.changedAt())
                        .executeUpdate()
                == 1;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
