package podium.leaderboard.result;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.leaderboard.board.Publisher;
import podium.leaderboard.standing.BoardKey;

/** Keeps the newest snapshot of each team; a board on which it stands shows the new name, or the team no longer. */
@ApplicationScoped
class TeamChangedHandler implements EventHandler<TeamChanged> {

    private final ResultStore results;
    private final Publisher publisher;

    TeamChangedHandler(ResultStore results, Publisher publisher) {
        this.results = results;
        this.publisher = publisher;
    }

    @Override
    public Class<TeamChanged> payloadType() {
        return TeamChanged.class;
    }

    @Override
    public Handling handle(Event<TeamChanged> event) {
        TeamChanged team = event.data();
        if (results.keep(team)) {
            results.touch(team.teamId()).forEach(view -> publisher.changed(new BoardKey(team.contestId(), view)));
        }
        return Handling.done();
    }
}
