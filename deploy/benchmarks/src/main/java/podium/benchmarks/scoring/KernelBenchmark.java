package podium.benchmarks.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import podium.scoring.metric.Cells;
import podium.scoring.metric.Crps;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Form;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Metric;
import podium.scoring.metric.Metrics;
import podium.scoring.metric.TaskKind;
import podium.scoring.metric.Truth;
import podium.scoring.metric.Values;

/**
 * Each metric's kernel by itself: the scores of both parts of {@value #ROWS} rows with the scores without each of their 128
 * blocks, nanoseconds a row. Rows have one number, one of ten names, ten probabilities, a distribution on a grid of 11 points, or lists
 * of ten items; groups have 20 rows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
    private static final int ROWS = 500_000;
    private static final int CLASSES = 10;
    private static final int TARGETS = 10;
    private static final int GRID = 11;
    private static final int GROUP = 20;
    private static final int LIST = 10;
    private static final int ITEMS = 1_000;
    private static final int PARTS = 2;

    /** The name of the metric. */
    @Param({
        "mse",
        "rmse",
        "mae",
        "median-absolute-error",
        "bias",
        "rmsle",
        "mape",
        "smape",
        "r2",
        "pinball",
        "crps",
        "brier",
        "log-loss",
        "accuracy",
        "balanced-accuracy",
        "f1",
        "mcc",
        "cohen-kappa",
        "quadratic-kappa",
        "hamming",
        "roc-auc",
        "average-precision",
        "gini",
        "kolmogorov-smirnov",
        "spearman",
        "kendall-tau",
        "map-at-k",
        "ndcg-at-k",
        "mrr",
        "recall-at-k"
    })
    private String metric = "rmse";

    private final SplittableRandom random = new SplittableRandom(2009);
    private Values file = new Values.Numbers(new double[0]);
    private Values predictions = file;
    private Kernel kernel = _ -> List.of();

    /** Makes a truth, predictions that are near it, and the kernel. */
    @Setup
    public void prepare() {
        Metric chosen = metric.equals("crps")
                ? new Crps(0, 0.5, GRID)
                : Metrics.byName(metric).orElseThrow();
        TaskKind kind = Stream.of(
                        TaskKind.NUMBER,
                        TaskKind.CATEGORY,
                        TaskKind.BINARY,
                        TaskKind.RELEVANCE,
                        TaskKind.LIST,
                        TaskKind.TARGETS)
                .filter(chosen.fits()::contains)
                .findFirst()
                .orElseThrow();
        byte[] cells = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            cells[row] = (byte) random.nextInt(PARTS * Cells.BLOCKS);
        }
        Values labels = labels(kind);
        if (kind == TaskKind.RELEVANCE) {
            int[] groups = new int[ROWS];
            Arrays.setAll(groups, row -> row / GROUP);
            for (int row = 0; row < ROWS; row++) {
                cells[row] = cells[row / GROUP * GROUP];
            }
            kernel = chosen.kernel(new Truth(labels, new Cells(cells, PARTS), groups, 0));
        } else {
            int classes = kind == TaskKind.CATEGORY ? CLASSES : 0;
            kernel = chosen.kernel(Truth.of(labels, new Cells(cells, PARTS), classes));
        }
        file = predictions(chosen.form(kind), labels);
    }

    /** A kernel may leave anything in the arrays that it was given. */
    @Setup(Level.Invocation)
    public void copy() {
        predictions = switch (file) {
            case Values.Numbers(double[] values) -> new Values.Numbers(values.clone());
            case Values.Codes(int[] values) -> new Values.Codes(values.clone());
            case Values.Table(double[] values, int columns) -> new Values.Table(values.clone(), columns);
            case Values.Lists(int[] starts, int[] items) -> new Values.Lists(starts.clone(), items.clone());
        };
    }

    /** Scores the file. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public List<Evaluation> kernel() {
        return kernel.evaluate(predictions);
    }

    private Values labels(TaskKind kind) {
        return switch (kind) {
            case NUMBER ->
                new Values.Numbers(random.ints(ROWS, 1, 6).asDoubleStream().toArray());
            case BINARY ->
                new Values.Numbers(random.ints(ROWS, 0, 2).asDoubleStream().toArray());
            case RELEVANCE ->
                new Values.Numbers(random.ints(ROWS, 0, 4).asDoubleStream().toArray());
            case CATEGORY -> new Values.Codes(random.ints(ROWS, 0, CLASSES).toArray());
            case TARGETS ->
                new Values.Table(random.doubles((long) ROWS * TARGETS).toArray(), TARGETS);
            case LIST -> lists(LIST / 2);
        };
    }

    private Values predictions(Form form, Values labels) {
        return switch (form) {
            case NUMBER -> new Values.Numbers(number(labels));
            case NAME -> new Values.Codes(random.ints(ROWS, 0, CLASSES).toArray());
            case PROBABILITIES -> new Values.Table(shares(CLASSES, false), CLASSES);
            case GRID -> new Values.Table(shares(GRID, true), GRID);
            case TARGETS ->
                new Values.Table(random.doubles((long) ROWS * TARGETS).toArray(), TARGETS);
            case LIST -> lists(LIST);
        };
    }

    /** Within 0 and 1 for labels that are 0 or 1, four decimals as files have them. */
    private double[] number(Values labels) {
        double[] truth = ((Values.Numbers) labels).values();
        double[] near = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double guess =
                    truth[row] <= 1 ? 0.3 * truth[row] + 0.7 * random.nextDouble() : truth[row] + random.nextDouble();
            near[row] = Math.rint(guess * 1e4) / 1e4;
        }
        return near;
    }

    /** Numbers of a row that sum to 1, or rise to it. */
    private double[] shares(int columns, boolean rising) {
        double[] shares = new double[ROWS * columns];
        for (int at = 0; at < shares.length; at += columns) {
            double sum = 0;
            for (int column = at; column < at + columns; column++) {
                shares[column] = 1e-6 + random.nextDouble();
                sum += shares[column];
            }
            double risen = 0;
            for (int column = at; column < at + columns; column++) {
                double share = shares[column] / sum;
                risen += share;
                shares[column] = rising ? Math.min(1, risen) : share;
            }
        }
        return shares;
    }

    private Values lists(int length) {
        int[] starts = new int[ROWS + 1];
        int[] items = new int[ROWS * length];
        for (int row = 0; row < ROWS; row++) {
            int first = random.nextInt(ITEMS);
            for (int i = 0; i < length; i++) {
                items[row * length + i] = (first + i * 7) % ITEMS;
            }
            starts[row + 1] = (row + 1) * length;
        }
        return new Values.Lists(starts, items);
    }
}
