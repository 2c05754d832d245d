package podium.scoring.rescore;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podium.scoring.version.ScoringRules;

/**
 * A rescore as an organizer asks for it; at least one of its causes is needed.
 *
 * @param contest the contest's name in URLs
 * @param reason why, for the contest's history
 * @param labels corrected labels of hidden rows
 * @param settings all settings of the contest's metric, in place of those before
 * @param decimals the decimals of shown scores
 * @param metricVersion the metric's version that it is to be scored by: the one that this service has
 */
public record RescoreRequest(
        @Nullable String contest,
        @Nullable String reason,
        @Nullable List<Label> labels,
        @Nullable Map<String, Object> settings,
        @Nullable Integer decimals,
        @Nullable Integer metricVersion) {

    /** What the new version scores by, with the same solution: what is not asked for stays as it was. */
    ScoringRules rules(ScoringRules before) {
        return new ScoringRules(
                decimals == null ? before.decimals() : decimals,
                settings == null ? before.settings() : settings,
                before.solutionFile());
    }

    /**
     * A corrected label.
     *
     * @param id the row's id in test.csv
     * @param label its label: a number, one of the names that labels have, or 1 or 0 in a binary task
     */
    public record Label(@Nullable String id, @Nullable String label) {}
}
