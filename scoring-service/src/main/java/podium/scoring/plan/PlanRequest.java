package podium.scoring.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as an organizer writes it, before {@link PlanCheck} has looked at it. What is left out has a safe default.
 *
 * @param columns a class for each column of the raw file
 * @param k tables: default 11
 * @param suppressionLimit tables: default 0.05
 * @param generalization tables: {@code levels}, {@code optimal} or {@code mondrian}; default {@code levels} if a column names
 *     its level, otherwise {@code optimal}
 * @param loss tables: what the best generalization loses least of; default {@code loss}
 * @param diversity tables with sensitive columns: default two distinct values in each class
 * @param ratings what makes the data ratings; tables leave it out
 * @param holdout default 0.3 of the rows, of which 0.3 public
 * @param gate default 0.05 over the population, 0.2 given membership, and a utility at most 0.05 worse
 */
public record PlanRequest(
        @Nullable List<ColumnRequest> columns,
        @Nullable Integer k,
        @Nullable BigDecimal suppressionLimit,
        @Nullable String generalization,
        @Nullable String loss,
        @Nullable DiversityRequest diversity,
        @Nullable RatingsRequest ratings,
        @Nullable HoldoutRequest holdout,
        @Nullable GateRequest gate) {

    /** One column; {@code bottom} and {@code top} are where numbers are cut off. */
    public record ColumnRequest(
            @Nullable String name,
            @JsonProperty("class") @Nullable String columnClass,
            @Nullable Integer level,
            @Nullable BigDecimal bottom,
            @Nullable BigDecimal top) {}

    /** l-diversity; {@code kind} is {@code distinct} or {@code entropy}. */
    public record DiversityRequest(
            @Nullable BigDecimal l, @Nullable String kind) {}

    /**
     * Ratings of items by users. Shares lie above 0 and at most at 1.
     *
     * @param user the column of the users, of class group
     * @param item the column of the items, of class group
     * @param userShare the share of the users that are kept
     * @param minimumUsersPerItem items that fewer users rated are left out
     * @param minimumRowsPerUser users with fewer rows are left out
     * @param rowShare the share of its rows that each user keeps
     * @param rowsPerUser the most rows of a user, 0 for no limit
     * @param dates {@code drop}, {@code year}, {@code month} or {@code keep}
     * @param noise the probability that a rating is drawn at random
     * @param attributes a class for each column of the file about the items, if there is one: {@code group} for the item,
     *     {@code feature} for what is published of it, {@code direct-identifier} or {@code free-text} for what is dropped
     */
    public record RatingsRequest(
            @Nullable String user,
            @Nullable String item,
            @Nullable BigDecimal userShare,
            @Nullable Integer minimumUsersPerItem,
            @Nullable Integer minimumRowsPerUser,
            @Nullable BigDecimal rowShare,
            @Nullable Integer rowsPerUser,
            @Nullable String dates,
            @Nullable BigDecimal noise,
            @Nullable List<ColumnRequest> attributes) {}

    /** The hidden rows; {@code by} is {@code row}, {@code group} or {@code time}. */
    public record HoldoutRequest(
            @Nullable BigDecimal share,
            @Nullable BigDecimal publicShare,
            @Nullable String by) {}

    /**
     * What the release has to keep; only stricter than the operator's ceilings.
     *
     * @param membership tables in which being in the data is a secret: the most that the upper limit of the AUC may be with which
     *     people in the release are told from others, above 0.5 and at most 1; 0.6 is sound
     */
    public record GateRequest(
            @Nullable BigDecimal population,
            @Nullable BigDecimal members,
            @Nullable BigDecimal utility,
            @Nullable BigDecimal membership) {

        /** A request for data in which being there is no secret. */
        public GateRequest(
                @Nullable BigDecimal population, @Nullable BigDecimal members, @Nullable BigDecimal utility) {
            this(population, members, utility, null);
        }
    }
}
