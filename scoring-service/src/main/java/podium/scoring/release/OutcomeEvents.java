package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import podium.scoring.statistics.BlockScore;

/** Makes the events of a released outcome. The same row makes the same events whenever it is asked. */
final class OutcomeEvents {
    static final String TOPIC = "scores";

    private OutcomeEvents() {}

    static Object payload(OutcomeEntity outcome) {
        return switch (outcome.state) {
            case OutcomeEntity.SCORED -> scored(outcome);
            case OutcomeEntity.REJECTED -> rejected(outcome);
            case OutcomeEntity.FAILED -> failed(outcome);
            default -> throw new IllegalStateException("Not the state of an outcome: " + outcome.state);
        };
    }

    /** The statistics of a released score, for the service of the boards alone. */
    static ScoreStatistics statistics(OutcomeEntity outcome) {
        BlockScore score = outcome.blockScore();
        return new ScoreStatistics(
                outcome.id.submissionId(),
                outcome.contestId,
                outcome.teamId,
                outcome.id.scoringVersion(),
                score.value(),
                score.withoutBlock());
    }

    private static SubmissionScored scored(OutcomeEntity outcome) {
        return new SubmissionScored(
                outcome.id.submissionId(),
                outcome.contestId,
                outcome.teamId,
                outcome.ordinal,
                outcome.id.scoringVersion(),
                requireNonNull(outcome.metric),
                requireNonNull(outcome.direction),
                requireNonNull(outcome.decimals),
                requireNonNull(outcome.releasedScore),
                outcome.acceptedAt,
                outcome.decidedAt);
    }

    private static SubmissionRejected rejected(OutcomeEntity outcome) {
        OutcomeEntity.Rejection rejection = requireNonNull(outcome.rejection);
        return new SubmissionRejected(
                outcome.id.submissionId(),
                outcome.contestId,
                outcome.teamId,
                outcome.ordinal,
                rejection.problems(),
                rejection.counts(),
                outcome.acceptedAt,
                outcome.decidedAt);
    }

    private static SubmissionFailed failed(OutcomeEntity outcome) {
        return new SubmissionFailed(
                outcome.id.submissionId(),
                outcome.contestId,
                outcome.teamId,
                outcome.ordinal,
                requireNonNull(outcome.reason),
                outcome.acceptedAt,
                outcome.decidedAt);
    }
}
