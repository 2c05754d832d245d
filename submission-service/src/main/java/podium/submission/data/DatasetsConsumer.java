package podium.submission.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.kit.inbox.Inbox;
import podium.submission.contest.Contests;

/** Hears what became of the data of contests. */
@ApplicationScoped
public class DatasetsConsumer implements EventHandler<DatasetReleased> {
    private final Inbox inbox;
    private final Contests contests;
    private final ReleasedFileStore files;

    DatasetsConsumer(Inbox inbox, Contests contests, ReleasedFileStore files) {
        this.inbox = inbox;
        this.contests = contests;
        this.files = files;
    }

    @Incoming("datasets")
    CompletionStage<Void> datasets(Message<byte[]> message) {
        return inbox.receive(message);
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
