package podium.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import podium.local.client.Board;

/** A board in letters. */
final class BoardTable {
    private BoardTable() {}

    /** The whole board as a table. */
    static List<String> lines(Board board) {
        List<String> lines = new ArrayList<>();
        lines.add("  %4s  %-22s %8s  %s".formatted("rank", "team", "ROC AUC", "submissions"));
        for (Board.Standing row : board.standings()) {
            lines.add("  %4d  %-22s %8s  %d".formatted(row.rank(), row.team(), score(row.score()), row.submissions()));
        }
        return lines;
    }

    /** The whole board in one line. */
    static String line(Board board) {
        return "  board v%-3d %s"
                .formatted(
                        board.version(),
                        board.standings().stream()
                                .map(row -> row.rank() + ". " + row.team() + " " + score(row.score()))
                                .collect(Collectors.joining("  ")));
    }

    /** The board that decides, with where each team stood on the public one. */
    static List<String> shakeUp(Board decides, Board before) {
        Map<String, Board.Standing> earlier =
                before.standings().stream().collect(Collectors.toMap(Board.Standing::teamId, row -> row));
        List<String> lines = new ArrayList<>();
        lines.add("  %4s  %-22s %8s  %8s  %s".formatted("rank", "team", "private", "public", "shake-up"));
        for (Board.Standing row : decides.standings()) {
            Board.Standing publicRow = earlier.get(row.teamId());
            lines.add("  %4d  %-22s %8s  %8s  %s"
                    .formatted(
                            row.rank(),
                            row.team(),
                            score(row.score()),
                            publicRow == null ? "" : score(publicRow.score()),
                            publicRow == null ? "" : moved(publicRow.rank() - row.rank())));
        }
        return lines;
    }

    private static String moved(int places) {
        if (places == 0) {
            return "=";
        }
        return places > 0 ? "up " + places : "down " + -places;
    }

    private static String score(BigDecimal score) {
        return score.setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }
}
