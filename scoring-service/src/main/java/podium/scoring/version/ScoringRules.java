package podium.scoring.version;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a scoring version scores by, beyond the contest's definition.
 *
 * @param decimals the decimals of a shown score, null for those of the definition
 * @param settings settings of the metric by name; what is absent has its standard value
 * @param solutionFile the vault's file with corrected labels, null for the solution as it was released
 */
public record ScoringRules(
        @Nullable Integer decimals,
        Map<String, Object> settings,
        @Nullable UUID solutionFile) {
    /** Those of the first version: the definition's. */
    public static final ScoringRules FIRST = new ScoringRules(null, Map.of(), null);

    public ScoringRules {
        settings = Map.copyOf(settings);
    }
}
