package podium.scoring.contest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a contest stands on its way. */
public enum ContestState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("open")
    OPEN,
    @JsonProperty("closed")
    CLOSED,
    /** Its keys are destroyed, or about to be. */
    @JsonProperty("archived")
    ARCHIVED
}
