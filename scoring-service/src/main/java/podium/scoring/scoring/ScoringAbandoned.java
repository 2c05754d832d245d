package podium.scoring.scoring;

import java.time.Instant;
import java.util.UUID;
import podium.scoring.release.Submission;

/** Event: submission-service gives up waiting for an outcome. See docs/contracts. */
public record ScoringAbandoned(
        UUID submissionId, UUID contestId, UUID teamId, int ordinal, int emissions, Instant acceptedAt) {

    Submission submission() {
        return new Submission(submissionId, contestId, teamId, ordinal, acceptedAt);
    }
}
