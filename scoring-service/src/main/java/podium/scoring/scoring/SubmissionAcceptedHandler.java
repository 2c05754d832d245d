package podium.scoring.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import podium.kit.content.ContentCoding;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.kit.inbox.Rejection;
import podium.scoring.contest.ContestStore;
import podium.scoring.holdout.Solutions;
import podium.scoring.release.ReleasingOutcomes;
import podium.scoring.version.ScoringVersionStore;
import podium.scoring.work.ScoredFile;
import podium.scoring.work.ScoringTaskStore;

/**
 * Notes a submission and its file, which workers then score. A submission that is told of again, after a crash or because it
 * is overdue, is scored once.
 */
@ApplicationScoped
class SubmissionAcceptedHandler implements EventHandler<SubmissionAccepted> {
    private final ContestStore contests;
    private final Solutions solutions;
    private final ScoringVersionStore versions;
    private final ReleasingOutcomes outcomes;
    private final ScoringTaskStore tasks;

    @Inject
    SubmissionAcceptedHandler(
            ContestStore contests,
            Solutions solutions,
            ScoringVersionStore versions,
            ReleasingOutcomes outcomes,
            ScoringTaskStore tasks) {
        this.versions = versions;
        this.contests = contests;
        this.solutions = solutions;
        this.outcomes = outcomes;
        this.tasks = tasks;
    }

    @Override
    public Class<SubmissionAccepted> payloadType() {
        return SubmissionAccepted.class;
    }

    @Override
    public Handling handle(Event<SubmissionAccepted> event) {
        SubmissionAccepted accepted = event.data();
        ScoredFile file = file(accepted);
        if (contests.find(accepted.contestId()).isEmpty()) {
            return Handling.waiting("contest " + accepted.contestId());
        }
        if (!solutions.areThere(accepted.contestId())) {
            return Handling.waiting("release of contest " + accepted.contestId());
        }
        versions.hold(accepted.contestId());
        tasks.note(file);
        add(accepted, versions.current(accepted.contestId()), false);
        // While a rescore is being tried, new submissions are scored under both versions.
        versions.candidate(accepted.contestId()).ifPresent(version -> add(accepted, version, true));
        return Handling.done();
    }

    private void add(SubmissionAccepted accepted, int version, boolean rescore) {
        if (!outcomes.isDecided(accepted.submissionId(), version)) {
            tasks.add(accepted.submission(), version, rescore);
        }
    }

    private static ScoredFile file(SubmissionAccepted accepted) {
        SubmissionAccepted.File file = accepted.file();
        if (ContentCoding.of(file.contentEncoding()).isEmpty()) {
            throw new Rejection("Not a coding: " + file.contentEncoding());
        }
        return new ScoredFile(
                accepted.submission(), file.fileId(), file.bytes(), file.sha256(), file.contentEncoding());
    }
}
