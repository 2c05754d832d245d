package podium.scoring.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import podium.scoring.metric.kernel.Kinds;

/**
 * A metric, with a truth of two parts of four blocks each that it fits and predictions of the form that it asks for, many of
 * them tied. Numbers are multiples of 2^-20, so that they can be scaled exactly.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record RandomCase(
        Metric metric, TaskKind kind, int classes, Values labels, Values predictions, int[] cells, int[] groups) {

    static Arbitrary<RandomCase> ofAny(List<Metric> metrics) {
        Arbitrary<Metric> metric = Arbitraries.of(metrics);
        return Combinators.combine(
                        metric, Arbitraries.longs(), Arbitraries.integers().between(2, 90))
                .as((one, seed, rows) -> of(one, new Random(seed), rows));
    }

    private static RandomCase of(Metric metric, Random random, int rows) {
        List<TaskKind> kinds = List.copyOf(metric.fits());
        TaskKind kind = kinds.get(random.nextInt(kinds.size()));
        int classes = kind == TaskKind.CATEGORY ? 2 + random.nextInt(3) : 0;
        int[] groups = IntStream.range(0, rows).map(_ -> random.nextInt(6)).toArray();
        int[] cellOfGroup = random.ints(6, 0, 8).toArray();
        int[] cells = IntStream.range(0, rows)
                .map(row -> kind == TaskKind.RELEVANCE ? cellOfGroup[groups[row]] : random.nextInt(8))
                .map(cell -> cell / 4 * Cells.BLOCKS + cell % 4)
                .toArray();
        Values labels =
                switch (kind) {
                    case BINARY -> numbers(rows, () -> random.nextInt(2));
                    case CATEGORY -> codes(rows, () -> random.nextInt(classes));
                    case NUMBER -> numbers(rows, () -> random.nextBoolean() ? 1 + random.nextInt(4) : 1 + fine(random));
                    case RELEVANCE -> numbers(rows, () -> random.nextInt(4));
                    case TARGETS ->
                        new Values.Table(
                                numbers(2 * rows, () -> random.nextInt(2)).values(), 2);
                    case LIST -> lists(rows, random, 0);
                };
        Values predictions =
                switch (metric.form(kind)) {
                    case NUMBER -> numbers(rows, () -> random.nextBoolean() ? random.nextInt(5) / 4.0 : fine(random));
                    case NAME -> codes(rows, () -> random.nextInt(classes + 1) - 1);
                    case PROBABILITIES ->
                        new Values.Table(
                                numbers(classes * rows, () -> fine(random)).values(), classes);
                    case TARGETS ->
                        new Values.Table(numbers(2 * rows, () -> fine(random)).values(), 2);
                    case GRID ->
                        new Values.Table(numbers(5 * rows, () -> fine(random)).values(), 5);
                    case LIST -> lists(rows, random, -1);
                };
        return new RandomCase(metric, kind, classes, labels, predictions, cells, groups);
    }

    private static double fine(Random random) {
        return random.nextInt(1 << 20) * 0x1p-20;
    }

    private static Values.Numbers numbers(int count, DoubleSupplier draw) {
        return new Values.Numbers(
                IntStream.range(0, count).mapToDouble(_ -> draw.getAsDouble()).toArray());
    }

    private static Values.Codes codes(int count, IntSupplier draw) {
        return new Values.Codes(
                IntStream.range(0, count).map(_ -> draw.getAsInt()).toArray());
    }

    private static Values.Lists lists(int rows, Random random, int least) {
        return Scene.lists(IntStream.range(0, rows)
                .mapToObj(_ -> random.ints(random.nextInt(6), least, 9).toArray())
                .toArray(int[][]::new));
    }

    @Override
    public String toString() {
        return metric + " of " + kind + ", labels " + text(labels) + ", predictions " + text(predictions) + ", cells "
                + Arrays.toString(cells) + ", groups " + Arrays.toString(groups);
    }

    private static String text(Values values) {
        return switch (values) {
            case Values.Numbers(double[] all) -> Arrays.toString(all);
            case Values.Codes(int[] all) -> Arrays.toString(all);
            case Values.Table(double[] all, int columns) -> columns + " columns " + Arrays.toString(all);
            case Values.Lists(int[] starts, int[] items) -> Arrays.toString(starts) + Arrays.toString(items);
        };
    }

    int size() {
        return cells.length;
    }

    Truth truth() {
        Cells ofRows = Scene.cells(2, cells);
        return kind == TaskKind.RELEVANCE
                ? new Truth(labels, ofRows, groups, classes)
                : Truth.of(labels, ofRows, classes);
    }

    List<Evaluation> evaluate() {
        return metric.kernel(truth()).evaluate(Scene.copy(predictions));
    }

    /** The rows whose cell is wanted. */
    int[] rows(IntPredicate wanted) {
        return IntStream.range(0, size()).filter(row -> wanted.test(cells[row])).toArray();
    }

    /** The same of some of the rows, in another order perhaps. */
    RandomCase of(int[] rows) {
        return new RandomCase(
                metric,
                kind,
                classes,
                pick(labels, rows),
                pick(predictions, rows),
                pick(cells, rows),
                pick(groups, rows));
    }

    double[] numbers() {
        return Kinds.numbers(predictions);
    }

    RandomCase withPredictions(double[] numbers) {
        return new RandomCase(metric, kind, classes, labels, new Values.Numbers(numbers), cells, groups);
    }

    private static Values pick(Values values, int[] rows) {
        return switch (values) {
            case Values.Numbers(double[] all) ->
                new Values.Numbers(
                        Arrays.stream(rows).mapToDouble(row -> all[row]).toArray());
            case Values.Codes(int[] all) -> new Values.Codes(pick(all, rows));
            case Values.Table(double[] all, int columns) ->
                new Values.Table(
                        Arrays.stream(rows)
                                .flatMap(row -> IntStream.range(row * columns, (row + 1) * columns))
                                .mapToDouble(i -> all[i])
                                .toArray(),
                        columns);
            case Values.Lists(int[] starts, int[] items) ->
                Scene.lists(Arrays.stream(rows)
                        .mapToObj(row -> Arrays.copyOfRange(items, starts[row], starts[row + 1]))
                        .toArray(int[][]::new));
        };
    }

    private static int[] pick(int[] values, int[] rows) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }
}
