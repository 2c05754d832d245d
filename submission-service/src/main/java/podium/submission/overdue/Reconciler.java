package podium.submission.overdue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.outbox.Republisher;
import podium.kit.time.TimeSource;
import podium.submission.status.SubmissionEntity;
import podium.submission.status.SubmissionEvents;
import podium.submission.status.SubmissionStore;

/** Reminds scoring of overdue submissions, and gives up in the end: every submission reaches a terminal state. */
@ApplicationScoped
public class Reconciler implements Republisher {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final int BATCH = 100;

    private final SubmissionStore store;
    private final SubmissionEvents events;
    private final Outbox outbox;
    private final TimeSource time;
    private final OverdueConfig config;

    Reconciler(SubmissionStore store, SubmissionEvents events, Outbox outbox, TimeSource time, OverdueConfig config) {
        this.store = store;
        this.events = events;
        this.outbox = outbox;
        this.time = time;
        this.config = config;
    }

    /**
     * When the outcome is overdue.
     *
     * @param emission how often the submission was told of, from 1
     */
    static Instant dueAt(Instant emittedAt, Duration overdue, int emission) {
        return emittedAt.plus(overdue.multipliedBy(1L << Math.min(emission - 1, 20)));
    }

    /** Looks after some overdue submissions; false if there are none. */
    @Transactional
    public boolean reconcile() {
        Instant now = time.now();
        List<SubmissionEntity> overdue = store.lockOverdue(now, BATCH);
        for (SubmissionEntity submission : overdue) {
            if (submission.emission < config.emissions()) {
                events.emit(submission, now);
                submission.dueAt = dueAt(now, config.after(), submission.emission);
                LOG.warnf("Submission %s is overdue, emission %d", submission.id, submission.emission);
            } else {
                abandon(submission, now);
            }
        }
        return !overdue.isEmpty();
    }

    private void abandon(SubmissionEntity submission, Instant now) {
        submission.dueAt = null;
        submission.abandonedAt = now;
        submission.abandonedEventId = Ids.next();
        LOG.errorf("Submission %s has no outcome after %d emissions: abandoned", submission.id, submission.emission);
        outbox.append(
                SubmissionEvents.TOPIC,
                SubmissionEvents.key(submission),
                submission.abandonedEventId,
                now,
                event(submission, now));
    }

    private static ScoringAbandoned event(SubmissionEntity s, Instant abandonedAt) {
        return new ScoringAbandoned(s.id, s.contestId, s.teamId, s.ordinal, s.emission, s.acceptedAt, abandonedAt);
    }

    @Override
    public void republish(Sink sink) {
        UUID last = new UUID(0, 0);
        for (var page = store.after(last, BATCH); !page.isEmpty(); page = store.after(last, BATCH)) {
            for (SubmissionEntity each : page) {
                if (each.abandonedAt != null && each.abandonedEventId != null) {
                    String key = SubmissionEvents.key(each);
                    sink.send(
                            SubmissionEvents.TOPIC,
                            key,
                            each.abandonedEventId,
                            each.abandonedAt,
                            event(each, each.abandonedAt));
                }
            }
            last = page.getLast().id;
        }
    }
}
