package podium.scoring.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as an organizer writes it, before {@link PlanCheck} has looked at it.
 *
 * @param columns a class for each column of the raw file
 * @param k default 11
 * @param suppressionLimit default 0.05
 * @param holdout default 0.3, of which 0.3 public
 */
public record PlanRequest(
        @Nullable List<ColumnRequest> columns,
        @Nullable Integer k,
        @Nullable BigDecimal suppressionLimit,
        @Nullable HoldoutRequest holdout) {

    /** One column. */
    public record ColumnRequest(
            @Nullable String name,
            @JsonProperty("class") @Nullable String columnClass,
            @Nullable Integer level) {}

    /** The hidden rows. */
    public record HoldoutRequest(
            @Nullable BigDecimal share, @Nullable BigDecimal publicShare) {}
}
