package podium.scoring.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.id.Ids;
import podium.scoring.background.ClaimLostException;
import podium.scoring.release.Submission;

/** Who is next. Each test is one transaction that is rolled back: the service's own workers see nothing of it. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ScoringTaskStoreIT {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final UUID contest = Ids.next();
    private final UUID ants = Ids.next();
    private final UUID bees = Ids.next();

    @Inject
    ScoringTaskStore tasks;

    @Inject
    EntityManager entities;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
        entities.createNativeQuery("delete from scoring_task").executeUpdate();
    }

    @AfterEach
    void rollBack() {
        QuarkusTransaction.rollback();
    }

    @Test
    void teamsTakeTurnsAndHaveOneFileInWork() {
        UUID ants1 = add(ants, 1, false);
        UUID ants2 = add(ants, 2, false);
        UUID ants3 = add(ants, 3, false);
        UUID bees1 = add(bees, 1, false);

        ScoringTask first = claim();
        assertThat(id(first)).isEqualTo(ants1);
        ScoringTask second = claim();
        assertThat(id(second)).isEqualTo(bees1);
        assertThat(tasks.claimLive(LEASE)).as("both teams have a file in work").isEmpty();

        tasks.done(first);
        ScoringTask third = claim();
        assertThat(id(third)).isEqualTo(ants2);
        UUID bees2 = add(bees, 2, false);
        tasks.done(second);
        tasks.done(third);
        assertThat(id(claim())).as("the team whose turn is longest ago").isEqualTo(bees2);
        assertThat(id(claim())).isEqualTo(ants3);
    }

    @Test
    void whoeverLostItsLeaseHasNoEffect() {
        UUID submission = add(ants, 1, false);
        ScoringTask dead = claim();
        entities.createNativeQuery("update scoring_task set lease_until = clock_timestamp() - interval '1 second'")
                .executeUpdate();

        ScoringTask next = claim();

        assertThat(id(next)).isEqualTo(submission);
        assertThat(next.tries()).isEqualTo(2);
        assertThatThrownBy(() -> tasks.done(dead)).isInstanceOf(ClaimLostException.class);
        assertThatCode(() -> tasks.done(next)).doesNotThrowAnyException();
    }

    @Test
    void workOfARescoreComesInBatchesAndIsNoTurnOfATeam() {
        UUID ants1 = add(ants, 1, true);
        UUID ants2 = add(ants, 2, true);
        UUID live = add(ants, 3, false);

        assertThat(id(claim())).isEqualTo(live);
        List<ScoringTask> batch = tasks.claimRescore(16, LEASE);

        assertThat(batch).extracting(ScoringTaskStoreIT::id).containsExactlyInAnyOrder(ants1, ants2);
        assertThat(tasks.claimRescore(16, LEASE)).isEmpty();
        UUID claim = batch.getFirst().claim();
        entities.createNativeQuery("update scoring_task set claim = :other where submission_id = :lost")
                .setParameter("other", Ids.next())
                .setParameter("lost", id(batch.getFirst()))
                .executeUpdate();
        assertThat(tasks.endAll(claim, batch)).containsExactly(batch.getLast());
        assertThat(tasks.endAll(claim, batch)).isEmpty();
    }

    @Test
    void workThatPausesIsNotClaimedUntilItIsToldOfAgain() {
        UUID submission = add(ants, 1, false);
        ScoringTask task = claim();
        tasks.done(task);
        add(submission, ants, 1, false);
        entities.createNativeQuery("update scoring_task set due_at = clock_timestamp() + interval '1 hour'")
                .executeUpdate();
        assertThat(tasks.claimLive(LEASE)).isEmpty();

        tasks.add(task.file().submission(), 1, false);

        assertThat(id(claim())).isEqualTo(submission);
    }

    private ScoringTask claim() {
        return tasks.claimLive(LEASE).orElseThrow();
    }

    private UUID add(UUID team, int ordinal, boolean rescore) {
        UUID submission = Ids.next();
        add(submission, team, ordinal, rescore);
        return submission;
    }

    private void add(UUID id, UUID team, int ordinal, boolean rescore) {
        Submission submission = new Submission(id, contest, team, ordinal, Instant.parse("2026-11-05T10:00:00Z"));
        tasks.note(new ScoredFile(submission, Ids.next(), 10, "0".repeat(64), "identity"));
        tasks.add(submission, 1, rescore);
    }

    private static UUID id(ScoringTask task) {
        return task.file().submission().id();
    }
}
