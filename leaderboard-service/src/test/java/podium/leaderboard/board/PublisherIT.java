package podium.leaderboard.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podium.leaderboard.fixture.Facts.contest;
import static podium.leaderboard.fixture.Facts.scored;
import static podium.leaderboard.fixture.Facts.team;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.event.EventJson;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.outbox.Republisher;
import podium.kit.signal.Signals;
import podium.kit.test.EventContracts;
import podium.leaderboard.database.SqlStore;
import podium.leaderboard.fixture.Facts;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.Standing;
import podium.leaderboard.standing.View;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class PublisherIT {

    @Inject
    SqlStore database;

    @Inject
    Boards boards;

    @Inject
    BoardStore store;

    @Inject
    VersionStore versions;

    @Inject
    Outbox outbox;

    @Inject
    Signals signals;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    BoardConfig config;

    @Inject
    StandingsRepublisher republisher;

    private final Facts facts = new Facts();
    private final UUID contest = Ids.next();
    private final BoardKey board = new BoardKey(contest, View.PUBLIC);
    private final List<UUID> teams =
            IntStream.range(0, 40).mapToObj(_ -> Ids.next()).toList();

    @AfterEach
    void close() {
        facts.close();
    }

    private record Version(long version, Instant at, ChangeDocument change) {}

    @Test
    void threeHundredConcurrentScoresGiveGaplessVersionsAtTheRightPace() {
        // Given: 300 scores of 40 teams, every tenth told twice, in no order
        begin();
        Random random = new Random(7);
        List<Facts.Fact> scores = new ArrayList<>();
        Map<UUID, Standing> expected = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            UUID team = teams.get(i % teams.size());
            BigDecimal score = BigDecimal.valueOf(5000 + random.nextInt(50), 4);
            Instant acceptedAt = Facts.START.plusMillis(random.nextInt(100_000));
            Facts.Fact fact = scored(contest, team, Ids.next(), score, acceptedAt);
            scores.add(fact);
            if (i % 10 == 0) {
                scores.add(fact);
            }
            expected.merge(team, new Standing(team, name(team), score, 1, acceptedAt), PublisherIT::better);
        }
        Collections.shuffle(scores, random);

        // When
        facts.tellAll(scores);

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(submissions()).isEqualTo(300));
        List<Version> published = published();
        assertThat(published)
                .extracting(Version::version)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, published.size()).boxed().toList());
        for (int i = 1; i < published.size(); i++) {
            assertThat(Duration.between(
                            published.get(i - 1).at(), published.get(i).at()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(249));
        }
        List<Standing> ranked = expected.values().stream()
                .sorted(Comparator.comparing(Standing::score)
                        .thenComparing(Standing::acceptedAt)
                        .thenComparing(row -> row.teamId().toString()))
                .toList();
        assertThat(boards.board(board).orElseThrow().standings()).isEqualTo(ranked);
        assertThat(versions.load(board).orElseThrow().standings()).isEqualTo(ranked);
        assertThat(replayed(published)).isEqualTo(ranked);
    }

    @Test
    void twoReplicasThatPublishAtOnceDoNotDoubleAVersion() throws Exception {
        // Given a second replica: its own memory, the same database
        begin();
        Boards otherBoards = new Boards(versions, config);
        Publisher one = new Publisher(store, boards, outbox, signals, transactions, config);
        Publisher other = new Publisher(store, otherBoards, outbox, signals, transactions, config);

        // When both are told of every change at once
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 4; round++) {
                facts.tell(scored(contest, teams.get(round), "0.5", round));
                List<Callable<Boolean>> attempts = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    Publisher publisher = i % 2 == 0 ? one : other;
                    attempts.add(() -> {
                        for (int n = 0; n < 10; n++) {
                            QuarkusTransaction.requiringNew().run(() -> publisher.publishPending(board));
                        }
                        return true;
                    });
                }
                for (var attempt : threads.invokeAll(attempts)) {
                    assertThat(attempt.get()).isTrue();
                }
                int rows = round + 1;
                await().until(() -> submissions() == rows);
            }
        }

        // Then each change is in exactly one version
        List<Version> published = published();
        assertThat(published).extracting(Version::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(published)
                .allSatisfy(version -> assertThat(version.change().changes()).hasSize(1));
    }

    @Test
    void theRepublisherTellsEveryVersionAgainWithItsId() {
        begin();
        facts.tell(scored(contest, teams.get(0), "0.5", 1));
        await().until(() -> submissions() == 1);
        facts.tell(scored(contest, teams.get(1), "0.6", 1));
        await().until(() -> submissions() == 2);

        List<UUID> told = new ArrayList<>();
        Republisher.Sink sink = (topic, key, id, time, payload) -> {
            if (key.equals(contest.toString())) {
                assertThat(topic).isEqualTo("standings");
                EventContracts.assertValid("StandingsChanged", EventJson.write(payload));
                told.add(id);
            }
        };
        republisher.republish(sink);

        assertThat(told)
                .hasSize(2)
                .isEqualTo(database.all(
                        "select event_id from board_change where contest_id = ? order by version",
                        row -> SqlStore.id(row, 1),
                        contest));
    }

    @Test
    void aRaisedEpochNumbersVersionsAnew() {
        begin();
        facts.tell(scored(contest, teams.get(0), "0.5", 1));
        await().until(() -> submissions() == 1);

        database.update("update board set epoch = 2, version = 0 where contest_id = ?", contest);
        Board restored = boards.refresh(board).orElseThrow();
        facts.tell(scored(contest, teams.get(1), "0.6", 1));
        await().until(() -> submissions() == 2);

        assertThat(restored.position()).hasToString("2-0");
        assertThat(restored.standings()).hasSize(1);
        assertThat(versions.load(board).orElseThrow().position()).hasToString("2-1");
    }

    private void begin() {
        List<Facts.Fact> start = new ArrayList<>();
        start.add(contest(contest, "publisher-" + contest));
        teams.forEach(team -> start.add(team(contest, team, name(team))));
        facts.tellAll(start);
        await().until(() -> store.look(board).isPresent());
    }

    private static String name(UUID team) {
        return "Team " + team;
    }

    private static Standing better(Standing a, Standing b) {
        int order = a.score().compareTo(b.score());
        Standing best = order < 0 || (order == 0 && !b.acceptedAt().isBefore(a.acceptedAt())) ? a : b;
        return new Standing(a.teamId(), a.team(), best.score(), a.submissions() + b.submissions(), best.acceptedAt());
    }

    private int submissions() {
        return database.first(
                        "select coalesce(sum(submissions), 0) from standing where contest_id = ? and view = 'public'",
                        row -> row.getInt(1),
                        contest)
                .orElseThrow();
    }

    private List<Version> published() {
        return database.all(
                "select version, changed_at, document from board_change where contest_id = ? order by version",
                row -> new Version(row.getLong(1), SqlStore.instant(row, 2), change(row.getString(3))),
                contest);
    }

    private static ChangeDocument change(String json) {
        try {
            return EventJson.read(json.getBytes(UTF_8), ChangeDocument.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** What a reader has who applied each version's rows to those it had. */
    private static List<Standing> replayed(List<Version> published) {
        List<Standing> rows = new ArrayList<>();
        for (Version version : published) {
            version.change().change().changes().forEach(row -> {
                rows.removeIf(old -> old.teamId().equals(row.standing().teamId()));
            });
            version.change().change().changes().forEach(row -> rows.add(row.rank() - 1, row.standing()));
            assertThat(rows).hasSize(version.change().teams());
        }
        return rows;
    }
}
