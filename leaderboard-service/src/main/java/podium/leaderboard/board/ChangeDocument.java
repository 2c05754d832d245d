package podium.leaderboard.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import podium.leaderboard.standing.BoardChange;
import podium.leaderboard.standing.BoardPosition;
import podium.leaderboard.standing.Standing;

/**
 * What one version changed, as it is stored and streamed.
 *
 * @param contest the contest's slug
 * @param view {@code public} or {@code private}
 * @param teams how many teams the board has since
 * @param changes rows that are new or different, best first
 * @param removed teams that stand no longer
 */
@Schema(name = "StandingsChange", description = "What one version changed on the board.")
public record ChangeDocument(
        String contest,
        String view,
        int epoch,
        long version,
        Instant at,
        int teams,
        List<Row> changes,
        List<UUID> removed) {

    /** A row that is new or different; {@code previousRank} is absent if the team did not stand before. */
    @Schema(name = "StandingsChangeRow")
    public record Row(
            int rank,
            UUID teamId,
            String team,
            BigDecimal score,
            int submissions,
            Instant acceptedAt,
            @Nullable Integer previousRank) {}

    static ChangeDocument of(String contest, String view, BoardChange change) {
        List<Row> rows = change.changes().stream().map(ChangeDocument::row).toList();
        return new ChangeDocument(
                contest,
                view,
                change.position().epoch(),
                change.position().version(),
                change.at(),
                change.teams(),
                rows,
                change.removed());
    }

    BoardChange change() {
        return new BoardChange(
                new BoardPosition(epoch, version),
                at,
                teams,
                changes.stream().map(ChangeDocument::row).toList(),
                removed);
    }

    private static Row row(BoardChange.Row row) {
        Standing standing = row.standing();
        return new Row(
                row.rank(),
                standing.teamId(),
                standing.team(),
                standing.score(),
                standing.submissions(),
                standing.acceptedAt(),
                row.previousRank());
    }

    private static BoardChange.Row row(Row row) {
        Standing standing = new Standing(row.teamId, row.team, row.score, row.submissions, row.acceptedAt);
        return new BoardChange.Row(row.rank, standing, row.previousRank);
    }
}
