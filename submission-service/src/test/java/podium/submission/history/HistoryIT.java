package podium.submission.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import podium.kit.time.TimeSource;
import podium.submission.Desk;
import podium.submission.SubmissionBackends;

@QuarkusTest
@SubmissionBackends
class HistoryIT {
    @Inject
    History history;

    @Inject
    HistoryStore store;

    @Inject
    Sealing sealing;

    @Inject
    EntityManager database;

    @Inject
    TimeSource time;

    @Test
    void entries_of_many_writers_are_sealed_into_one_chain_while_several_replicas_seal() throws Exception {
        UUID contest = Desk.draft(Desk.definition(Desk.newSlug()));
        long before = settled(contest).sequence();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 60; i++) {
                int number = i;
                threads.execute(() -> add(contest, number));
                threads.execute(sealing::sealOne);
            }
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> head(contest).sequence() == before + 60);
        List<SealedEntry> chain = chain(contest);
        assertThat(HashChain.flaw(chain)).isEmpty();
        assertThat(chain.getLast().hash()).isEqualTo(head(contest).hash());
        assertThat(chain.stream()
                        .filter(each -> each.kind().equals("counted"))
                        .map(each -> each.data().get("number").intValue()))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_entry_of_a_transaction_that_fails_is_not_in_the_history() {
        UUID contest = Desk.draft(Desk.definition(Desk.newSlug()));
        long before = settled(contest).sequence();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    history.add(contest, time.now(), "counted", "olga", Map.of("number", 1));
                    throw new IllegalStateException("changed its mind");
                }))
                .isInstanceOf(IllegalStateException.class);
        add(contest, 2);

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> head(contest).sequence() > before);
        assertThat(chain(contest).getLast().data().get("number").intValue()).isEqualTo(2);
        assertThat(head(contest).sequence()).isEqualTo(before + 1);
    }

    @Test
    void the_database_refuses_to_change_or_remove_an_entry() {
        UUID contest = Desk.draft(Desk.definition(Desk.newSlug()));
        add(contest, 1);

        for (String statement : List.of(
                "delete from history_entry where contest_id = '%s'",
                "update history_entry set data = '{}' where contest_id = '%s'",
                "update history_entry set sequence = 7, previous = '', hash = '', kind = 'x' where contest_id = '%s'",
                "truncate history_entry")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(statement.formatted(contest))
                                    .executeUpdate()))
                    .as(statement)
                    .hasStackTraceContaining("can only be added to");
        }
    }

    @Test
    void is_read_in_pages_by_those_who_may_see_the_contest() {
        String slug = Desk.newSlug();
        UUID contest = Desk.draft(Desk.definition(slug));
        long before = settled(contest).sequence();
        for (int i = 0; i < 5; i++) {
            add(contest, i);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> head(contest).sequence() == before + 5);

        String path = "/api/v1/contests/" + slug + "/history";
        var first = Desk.organizer("olga")
                .get(path + "?limit=" + (before + 2))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var rest = Desk.organizer("olga")
                .get(path + "?cursor=" + first.getString("next"))
                .jsonPath();

        assertThat(first.getList("items.sequence")).hasSize((int) before + 2);
        assertThat(rest.getList("items.data.number")).isEqualTo(List.of(2, 3, 4));
        assertThat(rest.getString("next")).isNull();
        assertThat(rest.getString("head.hash")).isEqualTo(rest.getString("items[2].hash"));
        Desk.organizer("otto").get(path).then().statusCode(404);
        Desk.contestant("ada").get(path).then().statusCode(404);
    }

    private void add(UUID contest, int number) {
        QuarkusTransaction.requiringNew()
                .run(() -> history.add(contest, time.now(), "counted", "olga", Map.of("number", number)));
    }

    /** The head once everything that there is has been sealed. */
    private Head settled(UUID contest) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> QuarkusTransaction.requiringNew()
                .call(() -> store.unsealed(contest, 1).isEmpty()));
        return head(contest);
    }

    private Head head(UUID contest) {
        return QuarkusTransaction.requiringNew().call(() -> store.head(contest));
    }

    private List<SealedEntry> chain(UUID contest) {
        return QuarkusTransaction.requiringNew().call(() -> store.sealed(contest, 0, Long.MAX_VALUE, 1000));
    }
}
