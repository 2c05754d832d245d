package podium.leaderboard.board;

import java.util.List;
import podium.kit.event.EventJson;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.Standing;

/** A whole board as CSV (RFC 4180): a header, then a line for each team, best first. */
final class BoardCsv {

    private static final String END = "\r\n";

    private BoardCsv() {}

    static String write(Board board) {
        StringBuilder csv = new StringBuilder(64 + 100 * board.standings().size());
        csv.append("rank,team,score,submissions,acceptedAt,teamId").append(END);
        List<Standing> rows = board.standings();
        for (int i = 0; i < rows.size(); i++) {
            Standing row = rows.get(i);
            csv.append(i + 1).append(',');
            field(csv, row.team());
            csv.append(',')
                    .append(row.score().toPlainString())
                    .append(',')
                    .append(row.submissions())
                    .append(',')
                    .append(EventJson.text(row.acceptedAt()))
                    .append(',')
                    .append(row.teamId())
                    .append(END);
        }
        return csv.toString();
    }

    /**
     * A team chooses its name: quotes keep it in its field, and an apostrophe keeps a spreadsheet from running it as a
     * formula.
     */
    private static void field(StringBuilder csv, String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        csv.append('"')
                .append(formula ? "'" : "")
                .append(text.replace("\"", "\"\""))
                .append('"');
    }
}
