package podium.local.client;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contest's board, or the first part of it.
 *
 * @param contest its id
 * @param view {@code public} or {@code private}
 * @param epoch raised when a database was restored
 * @param version counts the board's changes
 * @param teams how many stand
 * @param standings the rows, best first
 * @param next cursor of the next part
 */
public record Board(
        String contest,
        String view,
        long epoch,
        long version,
        int teams,
        List<Standing> standings,
        @Nullable String next) {
    /**
     * A row.
     *
     * @param rank 1 is best
     * @param teamId the team's id
     * @param team its name
     * @param score rounded to the contest's decimals
     * @param submissions how many of the team's were scored
     * @param previousRank where it stood before, in changes
     */
    public record Standing(
            int rank,
            String teamId,
            String team,
            BigDecimal score,
            int submissions,
            @Nullable Integer previousRank) {}
}
