package podium.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import podium.local.client.Board;
import podium.local.client.Team;

class FinalBoardTest {
    private static final List<Team> TEAMS = List.of(new Team("a", "c", "A"), new Team("b", "c", "B"));

    @Test
    void aCompleteBoardInOrderIsFine() {
        assertThatCode(() -> FinalBoard.check(board(row(1, "a", "0.88"), row(2, "b", "0.55")), TEAMS))
                .doesNotThrowAnyException();
    }

    @Test
    void aMissingTeamIsNot() {
        assertThatThrownBy(() -> FinalBoard.check(board(row(1, "a", "0.88")), TEAMS))
                .hasMessage("The board that decides has 1 of 2 teams.");
    }

    @Test
    void theWrongOrderIsNot() {
        assertThatThrownBy(() -> FinalBoard.check(board(row(1, "a", "0.55"), row(2, "b", "0.88")), TEAMS))
                .hasMessageStartingWith("The board that decides is out of order");
        assertThatThrownBy(() -> FinalBoard.check(board(row(2, "a", "0.88"), row(1, "b", "0.55")), TEAMS))
                .hasMessageStartingWith("Rank 2 stands where rank 1 should");
    }

    @Test
    void scoresThatNoHonestModelGetsAreNot() {
        assertThatThrownBy(() -> FinalBoard.check(board(row(1, "a", "0.99"), row(2, "b", "0.55")), TEAMS))
                .hasMessage("No honest model of these data gets ROC AUC 0.99 or 0.55.");
        assertThatThrownBy(() -> FinalBoard.check(board(row(1, "a", "0.88"), row(2, "b", "0.12")), TEAMS))
                .isInstanceOf(DemoException.class);
    }

    @Test
    void theShakeUpShowsWhereEachTeamCameFrom() {
        Board before = board(row(1, "b", "0.8812"), row(2, "a", "0.88"));
        Board decides = board(row(1, "a", "0.8801"), row(2, "b", "0.5"));
        assertThat(BoardTable.shakeUp(decides, before).stream().skip(1).map(line -> line.replaceAll(" +", " ")))
                .containsExactly(" 1 A 0.8801 0.8800 up 1", " 2 B 0.5000 0.8812 down 1");
    }

    private static Board board(Board.Standing... rows) {
        return new Board("c", "private", 1, 1, rows.length, List.of(rows), null);
    }

    private static Board.Standing row(int rank, String team, String score) {
        return new Board.Standing(rank, team, team.toUpperCase(Locale.ROOT), new BigDecimal(score), 1, null);
    }
}
