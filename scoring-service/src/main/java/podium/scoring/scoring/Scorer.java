package podium.scoring.scoring;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import podium.kit.content.ContentCoding;
import podium.scoring.contest.Task;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Bounds;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Form;
import podium.scoring.metric.Metric;
import podium.scoring.metric.Metrics;
import podium.scoring.metric.TaskKind;
import podium.scoring.metric.Values;
import podium.scoring.prediction.PredictionFormat;
import podium.scoring.prediction.PredictionReader;
import podium.scoring.prediction.PredictionReading;
import podium.scoring.release.Outcome;
import podium.scoring.statistics.BlockScore;

/**
 * Turns the prediction files of one contest into outcomes: unpacks, reads and scores, in one pass over the bytes and
 * what the metric takes of the rows. Plain Java without state of its own; threads may share one.
 */
public final class Scorer {
    private final Task task;
    private final long maxBytes;
    private final Solution solution;
    private final PreparedTruth truth;

    /**
     * @param task what is to be predicted and how it is scored
     * @param maxBytes the largest file, unpacked
     * @param solution the hidden rows
     */
    public Scorer(Task task, long maxBytes, Solution solution) {
        this(task, maxBytes, solution, PreparedTruth.of(solution));
    }

    /** With a truth that was made of the solution before. */
    Scorer(Task task, long maxBytes, Solution solution, PreparedTruth truth) {
        this.task = task;
        this.maxBytes = maxBytes;
        this.solution = solution;
        this.truth = truth;
    }

    /**
     * Scores a file.
     *
     * @param in its bytes as stored; not necessarily read to their end. What it throws as {@link java.io.IOException} counts as the
     *     file's fault, so trouble of the store has to be another exception
     * @param coding how they are packed
     */
    public Outcome score(InputStream in, ContentCoding coding) {
        return score(in, coding, _ -> {});
    }

    /**
     * The same, with a look at the predictions before the metric is given them.
     *
     * @param look is called once if the file can be read
     */
    Outcome score(InputStream in, ContentCoding coding, Consumer<Values> look) {
        Optional<Metric> metric = Metrics.byName(task.metric());
        if (metric.isEmpty()) {
            return new Outcome.Failed("The contest's metric is unknown: " + task.metric());
        }
        TaskKind kind = TaskKind.valueOf(task.kind().name());
        boolean names = truth.hasNames();
        if (!metric.get().fits().contains(kind) || names != (kind == TaskKind.CATEGORY)) {
            return new Outcome.Failed("The contest's metric " + task.metric() + " does not fit its labels");
        }
        Form form = metric.get().form(kind);
        if (form != (names ? Form.NAME : Form.NUMBER)) {
            return new Outcome.Failed(
                    "The contest's metric " + task.metric() + " needs " + form.words() + " for each row");
        }
        Bounds domain = metric.get().domain();
        Bounds range = range(metric.get());
        if (range.min() > domain.max() || range.max() < domain.min()) {
            return new Outcome.Failed("The contest's metric " + task.metric() + " cannot use the predictions' range");
        }
        return switch (read(in, coding)) {
            case PredictionReading.Complete(Values predictions) -> {
                look.accept(predictions);
                yield evaluate(metric.get(), predictions);
            }
            case PredictionReading.Malformed malformed -> new Outcome.Rejected(malformed);
        };
    }

    private Bounds range(Metric metric) {
        return task.range().map(r -> new Bounds(r.min(), r.max())).orElse(metric.domain());
    }

    /** Reads a file that the contest's metric can score. */
    PredictionReading read(InputStream in, ContentCoding coding) {
        Metric metric = Metrics.byName(task.metric()).orElseThrow();
        PredictionFormat.Expected expected = truth.hasNames()
                ? new PredictionFormat.Names(truth.names())
                : new PredictionFormat.Numbers(range(metric).and(metric.domain()), task.clamps());
        PredictionFormat format = new PredictionFormat(task.target(), expected, maxBytes);
        return new PredictionReader(format, solution).read(in, coding);
    }

    private Outcome evaluate(Metric metric, Values predictions) {
        int publicRows = solution.publicCount();
        List<Evaluation> parts = truth.kernel(metric).evaluate(predictions);
        return switch (parts.getFirst()) {
            case Evaluation.Undefined(String reason) -> undefined("public", reason);
            case Evaluation.Score(double publicScore, double[] publicWithout) ->
                switch (parts.get(1)) {
                    case Evaluation.Undefined(String reason) -> undefined("private", reason);
                    case Evaluation.Score(double privateScore, double[] privateWithout) ->
                        new Outcome.Scored(
                                metric.name(),
                                metric.version(),
                                metric.direction(),
                                task.decimals(),
                                publicRows,
                                BlockScore.of(publicScore, publicWithout, publicRows),
                                BlockScore.of(privateScore, privateWithout, solution.rows() - publicRows));
                };
        };
    }

    private Outcome undefined(String part, String reason) {
        return new Outcome.Failed(
                "The contest's metric " + task.metric() + " has no value on the " + part + " part: " + reason);
    }
}
