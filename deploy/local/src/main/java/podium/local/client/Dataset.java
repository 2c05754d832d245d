package podium.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contest's data as its organizers see it.
 *
 * @param contest its id
 * @param state {@code none}, {@code raw}, {@code processing}, {@code refused}, {@code awaiting-approval},
 *     {@code released} or {@code failed}
 * @param raw what was uploaded
 * @param report what the privacy gate found
 */
public record Dataset(
        @Nullable String contest,
        String state,
        @Nullable JsonNode raw,
        @Nullable Report report) {
    /**
     * The part of the report that a program needs; the rest is for people.
     *
     * @param verdict {@code passed} or {@code refused}
     * @param reasons why
     * @param models the privacy models and what was achieved
     * @param risks of re-identification
     * @param suppressed rows that were taken out
     * @param reportSha256 what an approval refers to
     */
    public record Report(
            String verdict,
            @Nullable List<Reason> reasons,
            @Nullable JsonNode models,
            @Nullable JsonNode risks,
            @Nullable JsonNode suppressed,
            String reportSha256) {}

    /**
     * Why a plan was refused.
     *
     * @param code for programs
     * @param message for people
     */
    public record Reason(String code, String message) {}
}
