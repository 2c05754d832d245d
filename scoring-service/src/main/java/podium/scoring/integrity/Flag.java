package podium.scoring.integrity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something for a human to look at.
 *
 * @param id the flag
 * @param contestId the contest
 * @param kind why it is flagged
 * @param facts the figures
 * @param submissions which submissions it is about, at most 50 of them, the first ones first
 * @param submissionCount how many there are
 * @param raisedAt when it was raised
 * @param changedAt when the last submission was added
 * @param reviewed whether somebody has looked at it since
 * @param reviews what people thought of it, the first one first
 */
public record Flag(
        UUID id,
        UUID contestId,
        FlagKind kind,
        Facts facts,
        List<Submitted> submissions,
        int submissionCount,
        Instant raisedAt,
        Instant changedAt,
        boolean reviewed,
        List<Review> reviews) {
    static final int LISTED = 50;

    /**
     * What somebody thought of a flag.
     *
     * @param by the pseudonymous subject id of an organizer
     */
    public record Review(String by, String note, Instant at) {}
}
