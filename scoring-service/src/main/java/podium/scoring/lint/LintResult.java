package podium.scoring.lint;

import java.util.Map;

/**
 * What a lint found.
 *
 * @param id the lint
 * @param outcome whether it stands in the way
 * @param message what was looked at and found, without values of the data
 * @param figures the numbers of it, by name
 */
public record LintResult(String id, Outcome outcome, String message, Map<String, Double> figures) {
    public LintResult {
        figures = Map.copyOf(figures);
    }

    /** Whether a lint stands in the way. */
    public enum Outcome {
        /** There is nothing of the kind. */
        PASSED,
        /** There is: nothing is released. */
        BLOCKED,
        /** It has nothing to look at here. */
        NOT_APPLICABLE
    }

    static LintResult passed(String id, String message, Map<String, Double> figures) {
        return new LintResult(id, Outcome.PASSED, message, figures);
    }

    static LintResult blocked(String id, String message, Map<String, Double> figures) {
        return new LintResult(id, Outcome.BLOCKED, message, figures);
    }

    static LintResult notApplicable(String id, String message) {
        return new LintResult(id, Outcome.NOT_APPLICABLE, message, Map.of());
    }
}
