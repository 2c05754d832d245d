package podium.submission.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.outbox.Republisher;

/** Tells other services of submissions, on the topic {@link #TOPIC}. */
@ApplicationScoped
public class SubmissionEvents implements Republisher {
    /** Where submissions are told of. */
    public static final String TOPIC = "submissions";

    private static final int PAGE = 500;

    private final Outbox outbox;
    private final SubmissionStore store;

    SubmissionEvents(Outbox outbox, SubmissionStore store) {
        this.outbox = outbox;
        this.store = store;
    }

    /** The key of a team's submissions. */
    public static String key(SubmissionEntity submission) {
        return submission.contestId + ":" + submission.teamId;
    }

    /** Tells of it, for the first time or once more; in the caller's transaction. */
    public void emit(SubmissionEntity submission, Instant now) {
        submission.emission++;
        submission.eventId = Ids.next();
        outbox.append(TOPIC, key(submission), submission.eventId, now, SubmissionAccepted.of(submission));
    }

    @Override
    public void republish(Sink sink) {
        UUID last = new UUID(0, 0);
        for (var page = store.after(last, PAGE); !page.isEmpty(); page = store.after(last, PAGE)) {
            for (SubmissionEntity each : page) {
                sink.send(TOPIC, key(each), each.eventId, each.acceptedAt, SubmissionAccepted.of(each));
            }
            last = page.getLast().id;
        }
    }
}
