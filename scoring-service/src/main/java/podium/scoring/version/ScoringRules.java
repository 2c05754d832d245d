package podium.scoring.version;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.scoring.contest.Task;

/**
 * What a scoring version scores by, beyond the contest's definition.
 *
 * @param decimals the decimals of a shown score, null for those of the definition
 * @param settings all settings of the metric by name, null for those of the definition
 * @param solutionFile the vault's file with corrected labels, null for the solution as it was released
 */
public record ScoringRules(
        @Nullable Integer decimals,
        @Nullable Map<String, Object> settings,
        @Nullable UUID solutionFile) {
    /** Those of the first version: the definition's. */
    public static final ScoringRules FIRST = new ScoringRules(null, null, null);

    public ScoringRules {
        settings = settings == null ? null : Map.copyOf(settings);
    }

    /** The task of the definition, as this version scores it. */
    public Task applied(Task defined) {
        return new Task(
                defined.target(),
                defined.kind(),
                defined.positiveLabel(),
                defined.classes(),
                defined.metric(),
                settings == null ? defined.metricSettings() : settings,
                decimals == null ? defined.decimals() : decimals,
                defined.predictionRange(),
                defined.outOfRange(),
                defined.sql());
    }
}
