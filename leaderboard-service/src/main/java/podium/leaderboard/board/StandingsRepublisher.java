package podium.leaderboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.outbox.Republisher;

/** Tells every version of every board again. */
@ApplicationScoped
class StandingsRepublisher implements Republisher {

    private final VersionStore versions;

    StandingsRepublisher(VersionStore versions) {
        this.versions = versions;
    }

    @Override
    public void republish(Sink sink) {
        versions.tellAll(told -> sink.send(
                StandingsChanged.TOPIC,
                told.event().contestId().toString(),
                told.eventId(),
                told.event().changedAt(),
                told.event()));
    }
}
