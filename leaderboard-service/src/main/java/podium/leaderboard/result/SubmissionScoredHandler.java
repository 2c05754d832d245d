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

/**
 * Adds a released score to its team's result on the public board, once for a submission and scoring version. One of a version
 * that the board does not show yet is kept until it does; one of an older version is history.
 */
@ApplicationScoped
class SubmissionScoredHandler implements EventHandler<SubmissionScored> {

    private final ResultStore results;
    private final ShownVersion versions;
    private final Publisher publisher;

    SubmissionScoredHandler(ResultStore results, ShownVersion versions, Publisher publisher) {
        this.results = results;
        this.versions = versions;
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
        int shown = versions.hold(scored.contestId(), scored.scoringVersion());
        if (!results.keep(scored)) {
            return Handling.done();
        }
        if (scored.scoringVersion() > shown) {
            versions.switchIfComplete(scored.contestId());
        } else if (scored.scoringVersion() == shown) {
            BoardKey board = new BoardKey(scored.contestId(), View.PUBLIC);
            results.add(board, scored.teamId(), Direction.of(scored.direction()), scored.scored());
            publisher.changed(board);
        }
        return Handling.done();
    }
}
