package podium.leaderboard.standing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one version changed on the board.
 *
 * @param position the version's
 * @param at when it was published
 * @param teams how many teams the board has since
 * @param changes the rows that are new or different, best first
 * @param removed teams that no longer stand
 */
public record BoardChange(BoardPosition position, Instant at, int teams, List<Row> changes, List<UUID> removed) {

    public BoardChange {
        changes = List.copyOf(changes);
        removed = List.copyOf(removed);
    }

    /**
     * A row that is new or different.
     *
     * @param rank its place, from 1
     * @param standing the row
     * @param previousRank the team's place in the version before, null if it did not stand there
     */
    public record Row(int rank, Standing standing, @Nullable Integer previousRank) {}
}
