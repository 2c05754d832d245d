package podium.submission.definition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import podium.submission.definition.ContestDefinition.Kind;
import podium.submission.definition.ContestDefinition.PredictionRange;

/**
 * What a definition has to know of a metric, as {@code docs/contracts/metrics.json} says.
 *
 * @param name its name in definitions
 * @param predictions for each kind of task that it fits, what a row of a prediction file says
 * @param range the numbers that it can use as predictions, where predictions are numbers
 * @param settings what a contest may set of it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MetricRule(String name, Map<String, String> predictions, PredictionRange range, List<SettingRule> settings) {
    /** The name of a metric of the organizers' own, which is a query. */
    static final String SQL = "sql";

    private static final PredictionRange PROBABILITIES = new PredictionRange(0, 1);
    private static final PredictionRange ANY_NUMBER = new PredictionRange(-1e100, 1e100);
    private static final double WHOLE = 1e15;

    MetricRule {
        predictions = Map.copyOf(predictions);
        settings = List.copyOf(settings);
    }

    /** A metric of the organizers' own: a query can use any number, and any label. */
    static MetricRule sql() {
        return new MetricRule(
                SQL, Map.of("binary", "number", "category", "name", "number", "number"), ANY_NUMBER, List.of());
    }

    /** Whether tasks of this kind can be scored with it. */
    boolean fits(Kind kind) {
        return predictions.containsKey(kind.wire());
    }

    /** Whether predictions for a task of this kind are labels, rather than numbers. */
    boolean wantsLabels(Kind kind) {
        return "name".equals(predictions.get(kind.wire()));
    }

    /** Whether it compares probabilities. */
    boolean wantsProbabilities() {
        return range.equals(PROBABILITIES);
    }

    /** Whether it can use all numbers of a range. */
    boolean canUse(PredictionRange numbers) {
        return numbers.min() >= range.min() && numbers.max() <= range.max();
    }

    /** The numbers that it can use, for people. */
    String usable() {
        return plain(range.min()) + " and " + plain(range.max());
    }

    /** A number for people: 1 rather than 1.0. */
    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < WHOLE
                ? BigDecimal.valueOf((long) number).toString()
                : Double.toString(number);
    }
}
