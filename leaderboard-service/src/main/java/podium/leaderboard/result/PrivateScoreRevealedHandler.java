package podium.leaderboard.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.leaderboard.board.Publisher;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.Direction;
import podium.leaderboard.standing.View;

/** Adds a private score to its team's result on the private board, which stays closed until all scores are here. */
@ApplicationScoped
class PrivateScoreRevealedHandler implements EventHandler<PrivateScoreRevealed> {

    private final ResultStore results;
    private final Publisher publisher;

    PrivateScoreRevealedHandler(ResultStore results, Publisher publisher) {
        this.results = results;
        this.publisher = publisher;
    }

    @Override
    public Class<PrivateScoreRevealed> payloadType() {
        return PrivateScoreRevealed.class;
    }

    @Override
    public Handling handle(Event<PrivateScoreRevealed> event) {
        PrivateScoreRevealed revealed = event.data();
        Optional<String> missing = results.missing(revealed.contestId(), revealed.teamId());
        if (missing.isPresent()) {
            return Handling.waiting(missing.get());
        }
        BoardKey board = new BoardKey(revealed.contestId(), View.PRIVATE);
        // Counting and revealing need the scores one after the other; contests end rarely, so that costs nothing.
        results.lock(board);
        if (results.keep(revealed)) {
            results.add(board, revealed.teamId(), Direction.of(revealed.direction()), revealed.scored());
            publisher.reveal(revealed.contestId());
        }
        return Handling.done();
    }
}
