package podium.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LiveBoardTest {
    private static final ServerEvent SNAPSHOT = new ServerEvent("1-4", "snapshot", """
            {"contest": "c", "view": "public", "epoch": 1, "version": 4, "teams": 3, "standings": [
             {"rank": 1, "teamId": "a", "team": "A", "score": 0.9, "submissions": 1},
             {"rank": 2, "teamId": "b", "team": "B", "score": 0.8, "submissions": 1},
             {"rank": 3, "teamId": "c", "team": "C", "score": 0.7, "submissions": 1}]}
            """);

    private final LiveBoard live = new LiveBoard();

    @Test
    void aChangedRowMovesAndTheOthersFillTheRanks() {
        live.take(SNAPSHOT);
        Board board = after(change(5, """
                {"rank": 1, "teamId": "c", "team": "C", "score": 0.95, "submissions": 2, "previousRank": 3}"""));
        assertThat(board.standings()).extracting(Board.Standing::team).containsExactly("C", "A", "B");
        assertThat(board.standings()).extracting(Board.Standing::rank).containsExactly(1, 2, 3);
        assertThat(board.version()).isEqualTo(5);
    }

    @Test
    void severalRowsOfOneVersionAndANewTeamFindTheirPlaces() {
        live.take(SNAPSHOT);
        Board board = after(change(5, """
                {"rank": 4, "teamId": "a", "team": "A", "score": 0.6, "submissions": 2},
                {"rank": 2, "teamId": "d", "team": "D", "score": 0.75, "submissions": 1}"""));
        assertThat(board.standings()).extracting(Board.Standing::team).containsExactly("B", "D", "C", "A");
        assertThat(board.teams()).isEqualTo(4);
    }

    @Test
    void aGapIsNotedAndASnapshotHealsIt() {
        live.take(SNAPSHOT);
        assertThatThrownBy(() -> live.take(change(7, ""))).hasMessage("Version 7 follows 4.");
        assertThat(live.take(SNAPSHOT)).isNotNull();
    }

    private Board after(ServerEvent event) {
        Board board = live.take(event);
        if (board == null) {
            throw new AssertionError("There is no board after " + event);
        }
        return board;
    }

    private static ServerEvent change(int version, String rows) {
        return new ServerEvent("1-" + version, "standings", """
                {"contest": "c", "view": "public", "epoch": 1, "version": %d, "changes": [%s]}
                """.formatted(version, rows));
    }
}
