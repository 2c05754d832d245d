package podium.scoring.contest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be predicted, and how it is scored.
 *
 * @param target the label column of the raw data, also the name of the prediction column
 * @param kind what a label is
 * @param positiveLabel binary tasks: the label that counts as 1, null for other kinds
 * @param classes category tasks: the classes in the order that counts; empty if that is the labels' own order
 * @param metric the name of the metric, such as {@code roc-auc}
 * @param metricSettings what the contest sets of the metric, by name: numbers and words
 * @param decimals the decimals of a score that is shown, 0 to 4
 * @param predictionRange the range that predictions have to keep, null if there is none
 * @param outOfRange what happens to predictions outside of it
 * @param sql metric {@code sql}: the organizers' own, null for other metrics
 */
public record Task(
        String target,
        Kind kind,
        @Nullable String positiveLabel,
        List<String> classes,
        String metric,
        Map<String, Object> metricSettings,
        int decimals,
        @Nullable Range predictionRange,
        @Nullable OutOfRange outOfRange,
        @Nullable Sql sql) {

    /** Reads null, which is how JSON says that a contest declares or sets none, as none. */
    public Task {
        classes = classes == null ? List.of() : List.copyOf(classes);
        metricSettings = metricSettings == null ? Map.of() : Map.copyOf(metricSettings);
    }

    /** A task whose labels have their own order and whose metric is as it is where a contest sets nothing. */
    public Task(
            String target,
            Kind kind,
            @Nullable String positiveLabel,
            String metric,
            int decimals,
            @Nullable Range predictionRange,
            @Nullable OutOfRange outOfRange) {
        this(target, kind, positiveLabel, List.of(), metric, Map.of(), decimals, predictionRange, outOfRange, null);
    }

    /** The range that predictions have to keep. */
    public Optional<Range> range() {
        return Optional.ofNullable(predictionRange);
    }

    /** Whether predictions out of range are set to its nearest end, rather than refused with the whole file. */
    public boolean clamps() {
        return outOfRange == OutOfRange.CLAMP;
    }

    /** What a label is. */
    public enum Kind {
        /** One of two values; the prediction is a number that is larger the likelier the positive one is. */
        @JsonProperty("binary")
        BINARY,
        /** One of several names. */
        @JsonProperty("category")
        CATEGORY,
        @JsonProperty("number")
        NUMBER
    }

    /** What happens to a prediction outside the declared range. */
    public enum OutOfRange {
        @JsonProperty("reject")
        REJECT,
        @JsonProperty("clamp")
        CLAMP
    }

    /** A closed range of numbers. */
    public record Range(double min, double max) {}

    /**
     * A metric of the organizers' own.
     *
     * @param query one {@code SELECT} over the tables {@code prediction} and {@code solution}
     * @param direction {@code minimize} or {@code maximize}
     * @param memory what the query may use, in MiB
     * @param seconds how long it may take on the rows of one part
     */
    public record Sql(String query, String direction, int memory, int seconds) {}
}
