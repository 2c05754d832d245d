package podium.scoring.contest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see a contest. */
public enum Visibility {
    @JsonProperty("public")
    PUBLIC,
    @JsonProperty("entrants")
    ENTRANTS,
    @JsonProperty("invited")
    INVITED
}
