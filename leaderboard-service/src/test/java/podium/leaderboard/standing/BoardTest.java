package podium.leaderboard.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final Instant AT = Instant.parse("2026-11-05T10:00:00Z");
    private static final BoardKey KEY = new BoardKey(new UUID(1, 1), View.PUBLIC);

    private static Standing row(int team, String score, int second) {
        return new Standing(new UUID(0, team), "Team " + team, new BigDecimal(score), 1, AT.plusSeconds(second));
    }

    private static Board board(Direction direction, Standing... rows) {
        return Board.of(KEY, new BoardPosition(1, 7), AT, direction, 4, List.of(rows));
    }

    @Test
    void ranksLowerFirstWhenMinimizing() {
        Board board = board(Direction.MINIMIZE, row(1, "0.9", 0), row(2, "0.8", 9));
        assertThat(board.standings()).containsExactly(row(2, "0.8", 9), row(1, "0.9", 0));
    }

    @Test
    void ranksHigherFirstWhenMaximizing() {
        Board board = board(Direction.MAXIMIZE, row(2, "0.8", 0), row(1, "0.9", 9));
        assertThat(board.standings()).containsExactly(row(1, "0.9", 9), row(2, "0.8", 0));
    }

    @Test
    void equalScoresRankByEarliestAcceptanceAndThenByTeamAsItsTextSorts() {
        Standing high = new Standing(new UUID(-1L, 0), "ff", new BigDecimal("0.5"), 1, AT);
        Standing low = new Standing(new UUID(1L, 0), "00", new BigDecimal("0.50"), 1, AT);
        Board board = board(Direction.MAXIMIZE, high, row(3, "0.5", 1), low);
        assertThat(board.standings()).containsExactly(low, high, row(3, "0.5", 1));
    }

    @Test
    void theNextVersionTellsRanksBeforeAndAfter() {
        Board board = board(Direction.MINIMIZE, row(1, "0.1", 0), row(2, "0.2", 0), row(3, "0.3", 0), row(4, "0.4", 0));

        Board.Step step = board.next(
                AT.plusSeconds(1),
                Direction.MINIMIZE,
                List.of(row(4, "0.15", 5), row(5, "0.35", 6)),
                List.of(new UUID(0, 3), new UUID(0, 99)));

        assertThat(step.board().standings())
                .containsExactly(row(1, "0.1", 0), row(4, "0.15", 5), row(2, "0.2", 0), row(5, "0.35", 6));
        assertThat(step.change())
                .isEqualTo(new BoardChange(
                        new BoardPosition(1, 8),
                        AT.plusSeconds(1),
                        4,
                        List.of(
                                new BoardChange.Row(2, row(4, "0.15", 5), 4),
                                new BoardChange.Row(4, row(5, "0.35", 6), null)),
                        List.of(new UUID(0, 3))));
        assertThat(board.standings()).hasSize(4);
    }

    @Test
    void aBoardThatOnlyLosesTeamsStaysInOrder() {
        Board board = board(Direction.MINIMIZE, row(1, "0.1", 0), row(2, "0.2", 0));
        Board.Step step = board.next(AT, Direction.MINIMIZE, List.of(), List.of(new UUID(0, 1)));
        assertThat(step.board().standings()).containsExactly(row(2, "0.2", 0));
        assertThat(step.change().changes()).isEmpty();
    }

    @Test
    void theFirstScoreGivesABoardItsDirection() {
        Board empty = Board.of(KEY, new BoardPosition(1, 0), AT, null, 4, List.of());
        Board.Step step = empty.next(AT, Direction.MAXIMIZE, List.of(row(1, "0.1", 0)), List.of());
        assertThat(step.board().direction()).isEqualTo(Direction.MAXIMIZE);
        assertThat(step.board().position()).hasToString("1-1");
    }

    @Test
    void manyVersionsInSequenceAreTheBoardSortedAtOnce() {
        Random random = new Random(3);
        Board board = Board.of(KEY, new BoardPosition(1, 0), AT, Direction.MAXIMIZE, 2, List.of());
        Board follower = board;
        Map<UUID, Standing> truth = new HashMap<>();
        for (int version = 0; version < 200; version++) {
            List<Integer> teams = new ArrayList<>();
            for (int team = 0; team < 50; team++) {
                teams.add(team);
            }
            Collections.shuffle(teams, random);
            int changed = random.nextInt(8);
            List<Standing> changes = teams.subList(0, changed).stream()
                    .map(team -> row(team, "0." + (10 + random.nextInt(9)), random.nextInt(4)))
                    .toList();
            List<UUID> removed = teams.subList(changed, changed + random.nextInt(3)).stream()
                    .map(team -> new UUID(0, team))
                    .toList();
            changes.forEach(row -> truth.put(row.teamId(), row));
            removed.forEach(truth::remove);

            Board.Step step = board.next(AT, Direction.MAXIMIZE, changes, removed);
            board = step.board();
            follower = follower.after(step.change(), Direction.MAXIMIZE);

            Board atOnce = Board.of(KEY, board.position(), AT, Direction.MAXIMIZE, 2, truth.values());
            assertThat(board.standings()).isEqualTo(atOnce.standings());
            assertThat(follower.standings()).isEqualTo(atOnce.standings());
            for (BoardChange.Row row : step.change().changes()) {
                assertThat(board.standings().get(row.rank() - 1)).isEqualTo(row.standing());
            }
        }
    }

    @Test
    void findsThePlaceBehindARowThatIsThereOrGone() {
        Board board = board(Direction.MINIMIZE, row(1, "0.1", 0), row(3, "0.3", 0));
        assertThat(board.indexBehind(row(1, "0.1", 0))).isEqualTo(1);
        assertThat(board.indexBehind(row(2, "0.2", 0))).isEqualTo(1);
        assertThat(board.indexBehind(row(9, "0.9", 0))).isEqualTo(2);
    }
}
