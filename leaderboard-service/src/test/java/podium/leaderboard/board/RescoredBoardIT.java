package podium.leaderboard.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.event.EventJson;
import podium.kit.id.Ids;
import podium.leaderboard.database.SqlStore;
import podium.leaderboard.fixture.Facts;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.Standing;
import podium.leaderboard.standing.View;

/** A board whose contest is rescored while scores come in any order. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class RescoredBoardIT {
    private static final Duration BOUND = Duration.ofSeconds(40);
    private static final Instant SWITCHED = Facts.START.plusSeconds(3600);
    private static final int TEAMS = 20;
    /** Scores of the first version are below, those of the second above. */
    private static final BigDecimal BETWEEN = new BigDecimal("0.5");

    @Inject
    SqlStore database;

    @Inject
    Boards boards;

    private final Facts facts = new Facts();
    private final UUID contest = Ids.next();
    private final BoardKey board = new BoardKey(contest, View.PUBLIC);
    private final List<UUID> teams =
            IntStream.range(0, TEAMS).mapToObj(_ -> Ids.next()).toList();

    @AfterEach
    void close() {
        facts.close();
    }

    @Test
    void switchesOnceItHoldsAllScoresOfAVersionAndNeverMixesTwo() {
        // Given two scores of each team on the board, the second one of each better
        List<Facts.Fact> begun = new ArrayList<>(List.of(Facts.contest(contest, "rescored-" + contest)));
        teams.forEach(team -> begun.add(Facts.team(contest, team, "Team " + team)));
        List<Facts.Fact> again = new ArrayList<>();
        for (int i = 0; i < 2 * TEAMS; i++) {
            UUID submission = Ids.next();
            begun.add(score(i, submission, 0.4 - 0.001 * i, 1));
            // What was better is worse now.
            again.add(score(i, submission, 0.6 + 0.001 * i, 2));
        }
        facts.tellAll(begun);
        await().atMost(BOUND).until(() -> submissions() == 2 * TEAMS);

        // When all but one of the next version are told, and that they are 40, and one of a new submission
        Collections.shuffle(again, new Random(5));
        Facts.Fact last = again.removeLast();
        facts.tellAll(again);
        facts.tell(Facts.rescored(contest, 2, 2 * TEAMS, SWITCHED));
        facts.tell(
                Facts.scored(contest, teams.getFirst(), Ids.next(), new BigDecimal("0.9"), SWITCHED.plusSeconds(9), 2));
        await().atMost(BOUND)
                .until(() -> count("select count(*) from score where scoring_version = 2") == 2 * TEAMS
                        && count("select count(*) from rescore") == 1);

        // Then the board stays as it was, until the last one comes
        assertThat(shown()).allSatisfy((_, score) -> assertThat(score).isLessThan(BETWEEN));
        facts.tell(last);
        await().atMost(BOUND).until(() -> submissions() == 2 * TEAMS + 1);
        for (int team = 0; team < TEAMS; team++) {
            assertThat(shown().get(teams.get(team)))
                    .isEqualByComparingTo(BigDecimal.valueOf(0.6 + 0.001 * team).setScale(4, RoundingMode.HALF_EVEN));
        }
        assertThat(boards.board(board).orElseThrow().standings())
                .extracting(Standing::teamId)
                .containsExactlyElementsOf(teams);
        assertThat(versionsThatMix()).isEmpty();
    }

    private Facts.Fact score(int i, UUID submission, double score, int version) {
        BigDecimal rounded = BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_EVEN);
        return Facts.scored(contest, teams.get(i % TEAMS), submission, rounded, Facts.START.plusSeconds(i), version);
    }

    /** The versions of the board after which a reader would see scores of both scoring versions. */
    private List<Long> versionsThatMix() {
        Map<UUID, BigDecimal> seen = new HashMap<>();
        List<Long> mixed = new ArrayList<>();
        database.all(
                "select version, document from board_change where contest_id = ? order by version",
                row -> {
                    change(row.getString(2))
                            .change()
                            .changes()
                            .forEach(each -> seen.put(
                                    each.standing().teamId(), each.standing().score()));
                    long below = seen.values().stream()
                            .filter(score -> score.compareTo(BETWEEN) < 0)
                            .count();
                    return below == 0 || below == seen.size() || mixed.add(row.getLong(1));
                },
                contest);
        return mixed;
    }

    private static ChangeDocument change(String json) {
        try {
            return EventJson.read(json.getBytes(UTF_8), ChangeDocument.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Map<UUID, BigDecimal> shown() {
        Map<UUID, BigDecimal> shown = new HashMap<>();
        database.all(
                "select team_id, score from standing where contest_id = ? and view = 'public'",
                row -> shown.put(SqlStore.id(row, 1), row.getBigDecimal(2)),
                contest);
        return shown;
    }

    private int submissions() {
        return database.first(
                        "select coalesce(sum(submissions), 0) from standing where contest_id = ? and view = 'public'",
                        row -> row.getInt(1),
                        contest)
                .orElseThrow();
    }

    private long count(String query) {
        String own = query + (query.contains("where") ? " and" : " where") + " contest_id = ?";
        return database.first(own, row -> row.getLong(1), contest).orElseThrow();
    }
}
