package podium.leaderboard.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import podium.kit.http.Cursor;
import podium.kit.problem.Problems;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.Direction;
import podium.leaderboard.standing.Standing;

/**
 * A board, or a part of it, as readers get it.
 *
 * @param contest the contest's slug
 * @param view {@code public} or {@code private}
 * @param at when this version was published
 * @param direction {@code minimize} or {@code maximize}; absent as long as nobody has a score
 * @param decimals how many decimals scores have
 * @param teams how many teams stand on the whole board
 * @param standings the rows of this part, best first
 * @param next cursor of the part that follows; absent at the end
 */
@Schema(name = "Board", description = "A board, or a part of it, at one version.")
public record BoardDocument(
        String contest,
        String view,
        int epoch,
        long version,
        Instant at,
        @Nullable String direction,
        int decimals,
        int teams,
        List<Row> standings,
        @Nullable String next) {

    /**
     * A row.
     *
     * @param rank place on the board, from 1
     * @param submissions how many of the team's submissions counted for this view
     * @param acceptedAt when the submission with that score was accepted
     * @param band number of the row's band of statistical ties, from 1; absent where it is not known
     */
    @Schema(name = "BoardRow")
    public record Row(
            int rank,
            UUID teamId,
            String team,
            BigDecimal score,
            int submissions,
            Instant acceptedAt,
            @Nullable Integer band) {}

    /**
     * A part of a board.
     *
     * @param from index of its first row, from 0
     * @param limit the most rows it has
     * @param bands the bands of teams, as far as they are known
     */
    public static BoardDocument of(String slug, Board board, int from, int limit, Map<UUID, Integer> bands) {
        List<Standing> all = board.standings();
        int start = Math.min(from, all.size());
        int end = Math.min(all.size(), start + limit);
        List<Row> rows = new ArrayList<>(end - start);
        for (int i = start; i < end; i++) {
            rows.add(row(i + 1, all.get(i), bands));
        }
        Direction direction = board.direction();
        return new BoardDocument(
                slug,
                board.key().view().word(),
                board.position().epoch(),
                board.position().version(),
                board.at(),
                direction == null ? null : direction.word(),
                board.decimals(),
                all.size(),
                rows,
                end < all.size() ? cursor(all.get(end - 1)).toString() : null);
    }

    /** The index at which the part behind a cursor starts, on this version of the board. */
    static int start(Board board, Cursor cursor) {
        Standing last;
        try {
            last = new Standing(cursor.id(2), "", new BigDecimal(cursor.text(0)), 0, cursor.instant(1));
        } catch (NumberFormatException e) {
            throw Problems.badRequest("cursor-malformed", "Send the cursor exactly as it came in next.");
        }
        return board.indexBehind(last);
    }

    private static Cursor cursor(Standing last) {
        return Cursor.of(last.score().toPlainString(), last.acceptedAt(), last.teamId());
    }

    private static Row row(int rank, Standing standing, Map<UUID, Integer> bands) {
        return new Row(
                rank,
                standing.teamId(),
                standing.team(),
                standing.score(),
                standing.submissions(),
                standing.acceptedAt(),
                bands.get(standing.teamId()));
    }
}
