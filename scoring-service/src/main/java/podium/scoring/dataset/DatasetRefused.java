package podium.scoring.dataset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Event: the privacy gate refused an attempt, with the evidence (counts and names of columns, never values). */
public record DatasetRefused(
        UUID contestId, UUID attemptId, List<Reason> reasons, String reportSha256, Instant refusedAt) {

    /** One reason. */
    public record Reason(String code, String message) {}
}
