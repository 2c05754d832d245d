package podium.scoring.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import podium.kit.time.TimeSource;

/** Which teams have tried predictions out of range, and how often. */
@ApplicationScoped
class RangeViolationStore {
    private final EntityManager entities;
    private final FlagStore flags;
    private final TimeSource time;

    @Inject
    RangeViolationStore(EntityManager entities, FlagStore flags, TimeSource time) {
        this.entities = entities;
        this.flags = flags;
        this.time = time;
    }

    /** Flags the teams of a contest that have done it again, and at least so often. */
    @Transactional
    void flagNew(UUID contestId, int fewest) {
        List<?> teams = entities.createNativeQuery("""
                        update range_violation set compared_at = :now
                        where contest_id = :contest and compared_at is null returning team_id""", UUID.class)
                .setParameter("now", time.now())
                .setParameter("contest", contestId)
                .getResultList();
        teams.stream().distinct().forEach(team -> flag(contestId, (UUID) team, fewest));
    }

    private void flag(UUID contestId, UUID team, int fewest) {
        List<Violation> files = Rows.read(
                entities.createNativeQuery("""
                        select submission_id, ordinal, predictions from range_violation
                        where team_id = :team order by ordinal""", Tuple.class).setParameter("team", team),
                row -> new Violation(
                        new Submitted(row.get("submission_id", UUID.class), team, row.get("ordinal", Integer.class)),
                        row.get("predictions", Long.class)));
        if (files.size() < fewest) {
            return;
        }
        long predictions = files.stream().mapToLong(Violation::predictions).sum();
        flags.raise(
                FlagKind.OUT_OF_RANGE,
                contestId,
                team.toString(),
                Facts.outOfRange(predictions),
                files.stream().map(Violation::submitted).toList());
    }

    /** A file with so many predictions out of range. */
    private record Violation(Submitted submitted, long predictions) {}
}
