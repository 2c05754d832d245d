package podium.scoring.integrity;

import java.util.UUID;

/** A submission that a flag is about. */
public record Submitted(UUID submissionId, UUID teamId, int ordinal) {}
