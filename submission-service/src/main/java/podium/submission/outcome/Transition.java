package podium.submission.outcome;

import org.jspecify.annotations.Nullable;
import podium.submission.status.SubmissionState;

/** Which outcome counts, in whatever order outcomes come. Pure. */
final class Transition {
    private Transition() {}

    /**
     * A score counts if nothing was scored before, or by an older version; also after a failure, which is ours. A rejection is
     * of the file and final, unless the file was scored by a newer version of scoring.
     */
    static boolean scores(SubmissionState present, @Nullable Integer presentVersion, int version) {
        return switch (present) {
            case ACCEPTED, FAILED -> true;
            case SCORED, REJECTED -> version > (presentVersion == null ? 1 : presentVersion);
        };
    }

    /** A rejection or a failure counts only for one that has no outcome. */
    static boolean ends(SubmissionState present) {
        return present == SubmissionState.ACCEPTED;
    }
}
