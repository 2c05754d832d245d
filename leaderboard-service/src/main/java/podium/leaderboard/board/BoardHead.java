package podium.leaderboard.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.BoardPosition;
import podium.leaderboard.standing.Direction;
import podium.leaderboard.standing.View;

/**
 * What the database says of a board, at one moment.
 *
 * @param slug of the contest
 * @param position of the newest version
 * @param direction null as long as nobody has a score
 * @param publishedAt when the newest version was published, null if none was
 * @param revealedAt since when a private view is open, null if it is not
 * @param complete whether all private scores are here
 * @param now the database's time at that moment
 */
record BoardHead(
        BoardKey key,
        String slug,
        BoardPosition position,
        @Nullable Direction direction,
        @Nullable Instant publishedAt,
        @Nullable Instant revealedAt,
        boolean complete,
        Instant now) {

    /** Whether readers may see it. */
    boolean open() {
        return key.view() == View.PUBLIC || revealedAt != null;
    }
}
