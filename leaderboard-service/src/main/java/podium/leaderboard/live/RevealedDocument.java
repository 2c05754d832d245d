package podium.leaderboard.live;

import java.time.Instant;
import podium.leaderboard.standing.Board;

/**
 * Tells readers of a public board that the private one is open.
 *
 * @param contest the contest's slug
 * @param view {@code private}
 * @param teams how many teams stand there
 */
record RevealedDocument(String contest, String view, int epoch, long version, Instant at, int teams) {

    static RevealedDocument of(String slug, Board board) {
        return new RevealedDocument(
                slug,
                board.key().view().word(),
                board.position().epoch(),
                board.position().version(),
                board.at(),
                board.standings().size());
    }
}
