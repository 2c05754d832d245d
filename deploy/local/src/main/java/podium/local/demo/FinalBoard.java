package podium.local.demo;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.local.client.Board;
import podium.local.client.Team;

/** What must be true of the board that decides. Pure. */
final class FinalBoard {
    private static final BigDecimal BEST_AT_LEAST = new BigDecimal("0.80");
    private static final BigDecimal BEST_AT_MOST = new BigDecimal("0.95");
    private static final BigDecimal WORST_AT_LEAST = new BigDecimal("0.45");

    private FinalBoard() {}

    /**
     * Checks it.
     *
     * @param board the private board
     * @param teams everybody who had a submission scored
     * @throws DemoException if a team is missing, the order is wrong, or a score cannot be
     */
    static void check(Board board, List<Team> teams) {
        Set<String> missing = new HashSet<>(teams.stream().map(Team::id).toList());
        BigDecimal before = BigDecimal.ONE;
        int rank = 0;
        for (Board.Standing row : board.standings()) {
            rank++;
            missing.remove(row.teamId());
            if (row.rank() != rank) {
                throw new DemoException("Rank " + row.rank() + " stands where rank " + rank + " should: " + board);
            }
            if (row.score().compareTo(before) > 0) {
                throw new DemoException("The board that decides is out of order: " + board);
            }
            before = row.score();
        }
        if (!missing.isEmpty() || rank != teams.size()) {
            throw new DemoException("The board that decides has " + rank + " of " + teams.size() + " teams.");
        }
        BigDecimal best = board.standings().getFirst().score();
        if (best.compareTo(BEST_AT_LEAST) < 0
                || best.compareTo(BEST_AT_MOST) > 0
                || before.compareTo(WORST_AT_LEAST) < 0) {
            throw new DemoException("No honest model of these data gets ROC AUC " + best + " or " + before + ".");
        }
    }
}
