package podium.scoring.metric;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Truths and predictions in few words. */
final class Scene {
    static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    private Scene() {}

    static Values.Numbers numbers(double... values) {
        return new Values.Numbers(values);
    }

    static Values.Codes codes(int... values) {
        return new Values.Codes(values);
    }

    static Values.Table table(double[]... rows) {
        return new Values.Table(
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray(), rows[0].length);
    }

    static Values.Lists lists(int[]... rows) {
        int[] starts = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            starts[row + 1] = starts[row] + rows[row].length;
        }
        return new Values.Lists(
                starts, Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray());
    }

    static Cells cells(int parts, int... cells) {
        byte[] ofRow = new byte[cells.length];
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = (byte) cells[row];
        }
        return new Cells(ofRow, parts);
    }

    /** One part, one block. */
    static Cells oneCell(int rows) {
        return new Cells(new byte[rows], 1);
    }

    /** A truth of one part and one block; names are numbered without gaps. */
    static Truth truth(Values labels) {
        int classes = labels instanceof Values.Codes codes
                ? IntStream.of(codes.values()).max().orElse(-1) + 1
                : 0;
        return Truth.of(labels, oneCell(labels.rows()), classes);
    }

    static Truth grouped(int[] groups, double... labels) {
        return new Truth(numbers(labels), oneCell(labels.length), groups, 0);
    }

    static Evaluation evaluate(Metric metric, Truth truth, Values predictions) {
        List<Evaluation> evaluations = metric.kernel(truth).evaluate(copy(predictions));
        return evaluations.getFirst();
    }

    static double score(Metric metric, Truth truth, Values predictions) {
        return switch (evaluate(metric, truth, predictions)) {
            case Evaluation.Score score -> score.value();
            case Evaluation.Undefined(String reason) -> throw new AssertionError(reason);
        };
    }

    static double score(Metric metric, Values labels, Values predictions) {
        return score(metric, truth(labels), predictions);
    }

    static String flaw(Metric metric, Truth truth, Values predictions) {
        return switch (evaluate(metric, truth, predictions)) {
            case Evaluation.Score score -> throw new AssertionError("It has a score: " + score.value());
            case Evaluation.Undefined(String reason) -> reason;
        };
    }

    static Metric metric(String name) {
        return Metrics.byName(name).orElseThrow();
    }

    /** A kernel may overwrite what it is given. */
    static Values copy(Values values) {
        return switch (values) {
            case Values.Numbers(double[] numbers) -> new Values.Numbers(numbers.clone());
            case Values.Codes(int[] codes) -> new Values.Codes(codes.clone());
            case Values.Table(double[] numbers, int columns) -> new Values.Table(numbers.clone(), columns);
            case Values.Lists(int[] starts, int[] items) -> new Values.Lists(starts.clone(), items.clone());
        };
    }
}
