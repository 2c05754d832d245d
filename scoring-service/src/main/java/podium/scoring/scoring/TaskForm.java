package podium.scoring.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import podium.scoring.contest.Task;
import podium.scoring.metric.Bounds;
import podium.scoring.metric.Crps;
import podium.scoring.metric.Direction;
import podium.scoring.metric.Form;
import podium.scoring.metric.Metric;
import podium.scoring.metric.MetricChoice;
import podium.scoring.metric.Metrics;
import podium.scoring.metric.TaskKind;
import podium.scoring.prediction.LabelIndex;
import podium.scoring.prediction.PredictionFormat;
import podium.scoring.sql.SqlMetric;

/**
 * What the prediction files of a task look like, and what scores them; or why there can be none. The reader of submissions
 * and the writer of the sample submission both take it from here, so that they are of one mind.
 */
public sealed interface TaskForm {
    /** A metric counts the classes of each of up to 128 cells; more would be more memory than an evaluation may take. */
    int MOST_CLASSES = 10_000;

    /** What a line of a prediction file, and the memory for a row, should hold at most. */
    int MOST_COLUMNS = 1_000;

    /**
     * The form for a task.
     *
     * @param task the task
     * @param classes the classes of a task of kind category in their declared order, otherwise empty
     */
    static TaskForm of(Task task, List<String> classes) {
        String contests = "The contest's metric " + task.metric();
        TaskKind kind = TaskKind.valueOf(task.kind().name());
        boolean labelsFit = classes.isEmpty() != (kind == TaskKind.CATEGORY);
        if (task.sql() != null) {
            return labelsFit ? of(Usable.ofSql(task, classes)) : new Unusable(contests + " does not fit its labels");
        }
        return switch (Metrics.choose(task.metric(), task.metricSettings())) {
            case MetricChoice.Refused(List<String> problems) ->
                new Unusable(contests + " cannot be used: " + String.join("; ", problems));
            case MetricChoice.Chosen(Metric metric) -> {
                if (!metric.fits().contains(kind) || !labelsFit) {
                    yield new Unusable(contests + " does not fit its labels");
                }
                Bounds range = task.range()
                        .map(given -> new Bounds(given.min(), given.max()))
                        .orElse(metric.domain());
                if (range.min() > metric.domain().max()
                        || range.max() < metric.domain().min()) {
                    yield new Unusable(contests + " cannot use the predictions' range");
                }
                yield of(new Usable(task, classes, Optional.of(metric), metric.form(kind), range.and(metric.domain())));
            }
        };
    }

    private static TaskForm of(Usable form) {
        if (form.classes().size() > MOST_CLASSES) {
            return new Unusable("The labels are of %d classes; at most %d can be scored"
                    .formatted(form.classes().size(), MOST_CLASSES));
        }
        if (form.columns().size() > MOST_COLUMNS) {
            return new Unusable("A prediction for each of %d classes is too much for a row; at most %d can be read"
                    .formatted(form.columns().size(), MOST_COLUMNS));
        }
        if (form.columns().contains(PredictionFormat.ID)) {
            return new Unusable("No prediction column can be called " + PredictionFormat.ID
                    + ", which is the column of the row's id");
        }
        return form;
    }

    /**
     * There can be no prediction files.
     *
     * @param reason why, in a sentence without a full stop
     */
    record Unusable(String reason) implements TaskForm {}

    /**
     * What they look like.
     *
     * @param task what is predicted
     * @param classes the classes of a task of kind category in their declared order, otherwise empty
     * @param metric what scores them, empty if it is a query of the organizers' own
     * @param form what a row says
     * @param bounds the range of the numbers in a row
     */
    record Usable(Task task, List<String> classes, Optional<Metric> metric, Form form, Bounds bounds)
            implements TaskForm {
        private static final BigDecimal HALF = new BigDecimal("0.5");
        private static final MathContext DIGITS = new MathContext(6);

        public Usable {
            classes = List.copyOf(classes);
        }

        private static Usable ofSql(Task task, List<String> classes) {
            return new Usable(
                    task,
                    classes,
                    Optional.empty(),
                    classes.isEmpty() ? Form.NUMBER : Form.NAME,
                    task.range()
                            .map(given -> new Bounds(given.min(), given.max()))
                            .orElse(Bounds.WIDEST));
        }

        /** The version of what scores them. */
        int metricVersion() {
            return metric.map(Metric::version).orElse(SqlMetric.VERSION);
        }

        /** Which way is better. */
        Direction direction() {
            return metric.map(Metric::direction).orElseGet(() -> sql().direction());
        }

        /** The organizers' query, where that is what scores them. */
        SqlMetric sql() {
            return SqlMetric.of(Objects.requireNonNull(task.sql(), "not a query of the organizers'"));
        }

        /** The names of the prediction columns, in the order in which the metric wants them. */
        public List<String> columns() {
            return switch (form) {
                case NUMBER, NAME -> List.of(task.target());
                case PROBABILITIES -> classes;
                case GRID -> ((Crps) metric.orElseThrow()).points();
                case TARGETS, LIST ->
                    throw new IllegalStateException("No task of kind " + task.kind() + " has " + form);
            };
        }

        /** A row of predictions, by column, that says nothing about the hidden labels: it follows from the task alone. */
        public List<String> sample() {
            return switch (form) {
                case NAME -> List.of(classes.getFirst());
                case NUMBER -> List.of(text(sampleNumber()));
                case PROBABILITIES ->
                    Collections.nCopies(classes.size(), text(within(BigDecimal.ONE.divide(size(classes), DIGITS))));
                case GRID -> rising(columns().size());
                case TARGETS, LIST ->
                    throw new IllegalStateException("No task of kind " + task.kind() + " has " + form);
            };
        }

        /**
         * The format for the reader.
         *
         * @param maxBytes the largest file, unpacked
         * @param index finds the classes
         */
        PredictionFormat format(long maxBytes, LabelIndex index) {
            PredictionFormat.Numbers number = new PredictionFormat.Numbers(bounds, task.clamps());
            return new PredictionFormat(
                    columns(),
                    switch (form) {
                        case NAME -> new PredictionFormat.Names(index);
                        case NUMBER -> number;
                        case PROBABILITIES, GRID, TARGETS, LIST -> new PredictionFormat.Table(number);
                    },
                    maxBytes);
        }

        /** The middle of the range if there is one; otherwise 0, or undecided between two labels. */
        private BigDecimal sampleNumber() {
            if (task.range().isPresent() || bounds.equals(Bounds.PROBABILITIES)) {
                return BigDecimal.valueOf(bounds.min())
                        .add(BigDecimal.valueOf(bounds.max()))
                        .multiply(HALF);
            }
            return task.kind() == Task.Kind.BINARY ? HALF : BigDecimal.ZERO;
        }

        /** A distribution that is even over the points. */
        private List<String> rising(int points) {
            List<String> probabilities = new ArrayList<>();
            for (int point = 1; point <= points; point++) {
                probabilities.add(text(within(BigDecimal.valueOf(point).divide(BigDecimal.valueOf(points), DIGITS))));
            }
            return probabilities;
        }

        private BigDecimal within(BigDecimal value) {
            return BigDecimal.valueOf(bounds.clamp(value.doubleValue()));
        }

        private static BigDecimal size(List<String> classes) {
            return BigDecimal.valueOf(classes.size());
        }

        private static String text(BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }
}
