package podium.submission.data;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.submission.contest.Contests;

/** Hears that the data of a contest can be published. */
@ApplicationScoped
public class DatasetReleasedHandler implements EventHandler<DatasetReleased> {
    private final Contests contests;
    private final ReleasedFileStore files;

    DatasetReleasedHandler(Contests contests, ReleasedFileStore files) {
        this.contests = contests;
        this.files = files;
    }

    @Override
    public Class<DatasetReleased> payloadType() {
        return DatasetReleased.class;
    }

    @Override
    public Handling handle(Event<DatasetReleased> event) {
        DatasetReleased release = event.data();
        // Locks the contest: two releases cannot both find it without files.
        if (!contests.released(release.contestId(), release.releasedAt())) {
            return Handling.waiting("contest " + release.contestId());
        }
        if (files.files(release.contestId()).isEmpty()) {
            files.add(release);
        }
        return Handling.done();
    }
}
