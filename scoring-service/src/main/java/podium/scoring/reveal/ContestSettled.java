package podium.scoring.reveal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Event: after close and grace, how many submissions were accepted, and the explicit final selections. See docs/contracts. */
public record ContestSettled(
        UUID contestId, int acceptedCount, List<FinalSelection> finalSelections, Instant settledAt) {

    public ContestSettled {
        finalSelections = List.copyOf(finalSelections);
    }

    /** What a team chose itself. */
    public record FinalSelection(UUID teamId, List<UUID> submissionIds) {
        public FinalSelection {
            submissionIds = List.copyOf(submissionIds);
        }
    }
}
