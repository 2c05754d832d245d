package podium.submission.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A place in a team's quota that an upload in progress holds.
 *
 * @param id becomes the submission's
 * @param fileId where the upload is written
 */
public record Reservation(
        UUID id, UUID contestId, UUID teamId, String subjectId, UUID fileId, LocalDate quotaDay, Instant receivedAt) {}
