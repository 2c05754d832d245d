package podium.submission.selection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Event: after close and grace, how many submissions were accepted, and what teams put forward.
 *
 * @param acceptedCount completeness is counted against this
 * @param finalSelections of teams that chose
 */
public record ContestSettled(
        UUID contestId, int acceptedCount, List<TeamSelection> finalSelections, Instant settledAt) {

    public ContestSettled {
        finalSelections = List.copyOf(finalSelections);
    }

    /** What a team put forward; never empty. */
    public record TeamSelection(UUID teamId, List<UUID> submissionIds) {
        public TeamSelection {
            submissionIds = List.copyOf(submissionIds);
        }
    }
}
