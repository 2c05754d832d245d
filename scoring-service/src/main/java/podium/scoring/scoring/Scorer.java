package podium.scoring.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import podium.kit.content.ContentCoding;
import podium.scoring.contest.Task;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Bounds;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Metric;
import podium.scoring.metric.Metrics;
import podium.scoring.metric.TaskKind;
import podium.scoring.metric.Values;
import podium.scoring.prediction.PredictionFormat;
import podium.scoring.prediction.PredictionReader;
import podium.scoring.prediction.PredictionReading;
import podium.scoring.prediction.ProblemKind;
import podium.scoring.release.Outcome;

/**
 * Turns the prediction files of one contest into outcomes: unpacks, reads and scores, in one pass over the bytes and one
 * over the rows of each part. Plain Java without state of its own; threads may share one.
 */
public final class Scorer {
    private final Task task;
    private final long maxBytes;
    private final Solution solution;
    private final Truth truth;

    /**
     * @param task what is to be predicted and how it is scored
     * @param maxBytes the largest file, unpacked
     * @param solution the hidden rows
     */
    public Scorer(Task task, long maxBytes, Solution solution) {
        this(task, maxBytes, solution, Truth.of(solution));
    }

    /** With a truth that was made of the solution before. */
    Scorer(Task task, long maxBytes, Solution solution, Truth truth) {
        this.task = task;
        this.maxBytes = maxBytes;
        this.solution = solution;
        this.truth = truth;
    }

    /**
     * Scores a file.
     *
     * @param in its bytes as stored; not necessarily read to their end. What it throws as {@link IOException} counts as the
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
        boolean names = truth.values() instanceof Values.Codes;
        if (!metric.get().fits().contains(kind) || names != (kind == TaskKind.CATEGORY)) {
            return new Outcome.Failed("The contest's metric " + task.metric() + " does not fit its labels");
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
        PredictionFormat.Expected expected = truth.values() instanceof Values.Codes
                ? new PredictionFormat.Names(truth.names())
                : new PredictionFormat.Numbers(range(metric).and(metric.domain()), task.clamps());
        PredictionFormat format = new PredictionFormat(task.target(), expected, maxBytes);
        try (InputStream decoded = coding.decode(in)) {
            return new PredictionReader(format, solution).read(decoded);
        } catch (IOException _) {
            return PredictionReading.Malformed.of(
                    ProblemKind.BROKEN_CODING, "a whole file, packed with " + coding.wireName());
        }
    }

    private Outcome evaluate(Metric metric, Values predictions) {
        return switch (metric.evaluate(truth.values(), predictions, truth.publicRows())) {
            case Evaluation.Undefined(String reason) -> undefined("public", reason);
            case Evaluation.Score(double publicScore) ->
                switch (metric.evaluate(truth.values(), predictions, truth.privateRows())) {
                    case Evaluation.Undefined(String reason) -> undefined("private", reason);
                    case Evaluation.Score(double privateScore) ->
                        new Outcome.Scored(
                                metric.name(),
                                metric.version(),
                                metric.direction(),
                                task.decimals(),
                                publicScore,
                                privateScore);
                };
        };
    }

    private Outcome undefined(String part, String reason) {
        return new Outcome.Failed(
                "The contest's metric " + task.metric() + " has no value on the " + part + " part: " + reason);
    }
}
