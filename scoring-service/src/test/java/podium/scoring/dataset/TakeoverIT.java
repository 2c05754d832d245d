package podium.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.id.Ids;
import podium.kit.outbox.Republisher;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;
import podium.scoring.background.BackgroundTask;
import podium.scoring.background.ClaimLostException;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.plan.PlanRequest;
import podium.scoring.plan.PlanRequest.ColumnRequest;
import podium.scoring.plan.PlanRequest.GateRequest;
import podium.scoring.plan.PlanRequest.HoldoutRequest;

/** A replica dies in the middle of its work. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class TakeoverIT {

    @Inject
    ContestStore contests;

    @Inject
    DatasetStore datasets;

    @Inject
    AttemptStore attempts;

    @Inject
    DatasetEventStore events;

    @Inject
    EntityManager entities;

    @Test
    void anotherReplicaTakesOverAndTheDeadOneChangesNothingAnyMore() {
        Organized contest = Organized.contest();
        contest.uploads(Census.csv()).statusCode(201);
        contest.sendsHierarchy("age", Census.AGE_HIERARCHY).statusCode(200);
        BackgroundTask lost = plannedAndClaimedByAReplicaThatDies(contest);

        contest.settled().body("state", equalTo("awaiting-approval"));

        assertThatThrownBy(() -> attempts.failed(lost, "too late")).isInstanceOf(ClaimLostException.class);
        contest.settled().body("state", equalTo("awaiting-approval"));
        try (KafkaEvents told = KafkaEvents.consume("datasets")) {
            told.await(e -> isReady(contest, e));
            assertThat(told.all()).filteredOn(e -> isReady(contest, e)).hasSize(1);
        }
    }

    @Test
    void everythingCanBeToldAgainWithTheSameIds() {
        Organized contest = Organized.contest();
        contest.released();
        List<UUID> again = new ArrayList<>();
        Republisher.Sink sink = (topic, key, id, _, _) -> {
            if (key.equals(contest.contest.toString())) {
                assertThat(topic).isEqualTo("datasets");
                again.add(id);
            }
        };

        events.republish(sink);

        // Raw file, hierarchy, plan; seven stages, lints, attack, utility; ready, two approvals, released; and the
        // release itself.
        assertThat(again).hasSize(3 + 10 + 4 + 1).doesNotHaveDuplicates();
        try (KafkaEvents told = KafkaEvents.consume("datasets")) {
            again.forEach(id -> told.await(e -> e.id().equals(id)));
        }
    }

    /** A plan whose task somebody claims before any worker of this application can see it. */
    private BackgroundTask plannedAndClaimedByAReplicaThatDies(Organized contest) {
        KnownContest known = contests.find(contest.contest).orElseThrow();
        PlanRequest plan = new PlanRequest(
                List.of(
                        new ColumnRequest("name", "direct-identifier", null, null, null),
                        new ColumnRequest("city", "quasi-identifier", 0, null, null),
                        new ColumnRequest("age", "quasi-identifier", 1, null, null),
                        new ColumnRequest("height", "feature", null, null, null),
                        new ColumnRequest("rich", "label", null, null, null)),
                5,
                null,
                null,
                null,
                null,
                null,
                new HoldoutRequest(null, null, null),
                new GateRequest(new BigDecimal("0.1"), new BigDecimal("0.25"), new BigDecimal("0.4")));
        UUID claim = Ids.next();
        return QuarkusTransaction.requiringNew().call(() -> {
            datasets.takePlan(known, plan, Organized.OLGA);
            UUID attempt = Objects.requireNonNull(datasets.find(contest.contest).attemptId());
            UUID task = (UUID) entities.createNativeQuery("""
                            update dataset_task
                            set claim = :claim, tries = 1, lease_until = clock_timestamp() + interval '1 second'
                            where attempt_id = :attempt returning id""", UUID.class)
                    .setParameter("claim", claim)
                    .setParameter("attempt", attempt)
                    .getSingleResult();
            return new BackgroundTask(task, contest.contest, attempt, BackgroundTask.Kind.ANONYMIZE, claim, 1);
        });
    }

    private static boolean isReady(Organized contest, ReceivedEvent event) {
        return event.key().equals(contest.contest.toString())
                && event.type().equals("DatasetAudited")
                && event.json().contains("\"ready\"");
    }
}
