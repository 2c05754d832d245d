package podium.leaderboard.result;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.leaderboard.board.Publisher;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.View;

/** Notes how many private scores there are; when that many are here, the private board opens. */
@ApplicationScoped
class PrivateScoresCompleteHandler implements EventHandler<PrivateScoresComplete> {

    private final ResultStore results;
    private final Publisher publisher;

    PrivateScoresCompleteHandler(ResultStore results, Publisher publisher) {
        this.results = results;
        this.publisher = publisher;
    }

    @Override
    public Class<PrivateScoresComplete> payloadType() {
        return PrivateScoresComplete.class;
    }

    @Override
    public Handling handle(Event<PrivateScoresComplete> event) {
        PrivateScoresComplete complete = event.data();
        if (!results.expect(new BoardKey(complete.contestId(), View.PRIVATE), complete.count())) {
            return Handling.waiting(ResultStore.contest(complete.contestId()));
        }
        publisher.reveal(complete.contestId());
        return Handling.done();
    }
}
