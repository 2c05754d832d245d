package podium.scoring.background;

import java.util.UUID;

/**
 * A piece of work that this replica has claimed.
 *
 * @param id the task
 * @param contestId the contest whose data it is about
 * @param attemptId the attempt it belongs to
 * @param kind what is to be done
 * @param claim proves that it is still this replica's
 * @param tries how often it was claimed, this time included
 */
public record BackgroundTask(UUID id, UUID contestId, UUID attemptId, Kind kind, UUID claim, int tries) {

    /** What is to be done. */
    public enum Kind {
        /** Put a raw file together from its parts, check and profile it; its attempt is the upload. */
        PROFILE,
        /** Anonymize the raw file and judge the result. */
        ANONYMIZE,
        /** Publish the approved files. */
        RELEASE,
        /** Destroy the keys of an archived contest; its attempt is the contest itself. */
        DESTROY_KEYS
    }
}
