package podium.submission.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Event of scoring-service: the file cannot be scored, through the entrant's fault.
 *
 * @param problems the first rows that are wrong; shown as they come
 * @param counts how often each kind of problem occurred; shown as they come
 */
public record SubmissionRejected(UUID submissionId, JsonNode problems, JsonNode counts, Instant rejectedAt) {}
