package podium.scoring.dataset;

import java.time.Instant;

/**
 * An organizer's word that a release may leave.
 *
 * @param subjectId the pseudonymous id of the person
 */
public record Approval(String subjectId, Instant approvedAt) {}
