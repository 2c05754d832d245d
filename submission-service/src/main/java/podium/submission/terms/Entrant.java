package podium.submission.terms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in a contest.
 *
 * @param status invited, accepted or removed
 * @param termsVersion what was accepted; null if only invited
 */
record Entrant(
        UUID contestId,
        String subjectId,
        long version,
        String status,
        @Nullable Integer termsVersion,
        @Nullable Instant acceptedAt,
        UUID eventId,
        Instant changedAt) {

    static final String INVITED = "invited";
    static final String ACCEPTED = "accepted";
    static final String REMOVED = "removed";

    /** Whether it is that version of the terms that this person accepted last. */
    boolean accepted(int version) {
        return termsVersion != null && termsVersion == version;
    }

    EntrantChanged event() {
        return new EntrantChanged(contestId, subjectId, version, status, changedAt);
    }
}
