package podium.scoring.sql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.NumberIds;
import podium.scoring.holdout.Solution;
import podium.scoring.holdout.TextIds;
import podium.scoring.metric.Cells;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Values;

/**
 * A metric of the organizers' own, prepared for a solution. Threads share it.
 *
 * <p>A query is run once a part. What it would answer without a block of the part is not asked, so its scores come without
 * an error and without ties, and are released by fixed steps or all.
 */
public final class SqlKernel implements Kernel {
    private final SqlRunner runner;
    private final SqlMetric metric;
    private final String target;
    private final Labels labels;
    private final SqlColumn id;
    private final SqlColumn truth;
    private final List<int[]> parts;

    /**
     * Prepares the metric.
     *
     * @param target the name of the label column in both tables
     * @param solution the hidden rows
     */
    public SqlKernel(SqlRunner runner, SqlMetric metric, String target, Solution solution) {
        this.runner = runner;
        this.metric = metric;
        this.target = target;
        this.labels = solution.labels();
        this.id = switch (solution.ids()) {
            case NumberIds numbers -> new SqlColumn.Wholes(SqlTables.ID, numbers::id);
            case TextIds texts -> new SqlColumn.Texts(SqlTables.ID, texts::text);
        };
        this.truth = switch (labels) {
            case Labels.Numbers(double[] values) -> new SqlColumn.Numbers(target, row -> values[row]);
            case Labels.Categories(int[] codes, List<String> names) ->
                new SqlColumn.Texts(target, row -> names.get(codes[row]));
        };
        this.parts = List.of(
                IntStream.range(0, solution.rows()).filter(solution::isPublic).toArray(),
                IntStream.range(0, solution.rows())
                        .filter(row -> !solution.isPublic(row))
                        .toArray());
    }

    /**
     * Scores predictions on both parts. Of a failure only what is fit for everybody is told.
     *
     * @param predictions as many numbers or names as there are rows, of the kind that the labels are; a name that is not
     *     among the labels is {@code NULL}
     * @throws java.io.UncheckedIOException the query could not be run at all; worth another try
     */
    @Override
    public List<Evaluation> evaluate(Values predictions) {
        SqlTables tables = new SqlTables(List.of(id, truth), List.of(id, column(predictions)));
        return runner.run(metric, tables, parts).stream()
                .map(SqlKernel::evaluation)
                .toList();
    }

    private SqlColumn column(Values predictions) {
        if (predictions instanceof Values.Numbers(double[] values) && labels instanceof Labels.Numbers) {
            return new SqlColumn.Numbers(target, row -> values[row]);
        }
        if (predictions instanceof Values.Codes(int[] codes)
                && labels instanceof Labels.Categories(int[] _, List<String> names)) {
            return new SqlColumn.Texts(target, row -> codes[row] < 0 ? null : names.get(codes[row]));
        }
        throw new IllegalArgumentException("The predictions are not of the kind that the labels are");
    }

    private static Evaluation evaluation(SqlAnswer answer) {
        return switch (answer) {
            case SqlAnswer.Score(double value) -> {
                double[] unknown = new double[Cells.BLOCKS];
                Arrays.fill(unknown, Double.NaN);
                yield new Evaluation.Score(value, unknown);
            }
            case SqlAnswer.Failure failure -> new Evaluation.Undefined(failure.reason());
        };
    }
}
