package podium.submission.upload;

import java.time.Instant;
import podium.submission.quota.Quota;
import podium.submission.status.SubmissionEntity;

/** What became of an upload. */
sealed interface Upload {

    /**
     * It is a submission.
     *
     * @param quota after it
     */
    record Accepted(SubmissionEntity submission, Quota quota) implements Upload {}

    /** The client sent it before, under the same key. */
    record Repeated(SubmissionEntity submission) implements Upload {}

    /** The key was used for another file. */
    record KeyReused() implements Upload {}

    /** A request with the same key is on its way. */
    record KeyInUse() implements Upload {}

    /** Nothing is left of the day's quota. */
    record QuotaExhausted(Quota quota) implements Upload {}

    /** The sender is in no team of the contest. */
    record NotAnEntrant() implements Upload {}

    /** The contest is a draft. */
    record NotOpen() implements Upload {}

    /** It was received after the deadline, or was not complete before the grace was over. */
    record TooLate(Instant deadline) implements Upload {}

    /** What came cannot be taken. */
    record Unusable(Intake.Taken why) implements Upload {}
}
