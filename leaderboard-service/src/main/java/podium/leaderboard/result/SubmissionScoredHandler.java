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

/** Adds a released score to its team's result on the public board, once for a submission and scoring version. */
@ApplicationScoped
class SubmissionScoredHandler implements EventHandler<SubmissionScored> {

    /** Boards show first scores; a rescore is stored, and shown when a later version of this service can switch to it. */
    private static final int SHOWN = 1;

    private final ResultStore results;
    private final Publisher publisher;

    SubmissionScoredHandler(ResultStore results, Publisher publisher) {
        this.results = results;
        this.publisher = publisher;
    }

    @Override
    public Class<SubmissionScored> payloadType() {
        return SubmissionScored.class;
    }

    @Override
    public Handling handle(Event<SubmissionScored> event) {
        SubmissionScored scored = event.data();
        Optional<String> missing = results.missing(scored.contestId(), scored.teamId());
        if (missing.isPresent()) {
            return Handling.waiting(missing.get());
        }
        if (results.keep(scored) && scored.scoringVersion() == SHOWN) {
            BoardKey board = new BoardKey(scored.contestId(), View.PUBLIC);
            results.add(board, scored.teamId(), Direction.of(scored.direction()), scored.scored());
            publisher.changed(board);
        }
        return Handling.done();
    }
}
