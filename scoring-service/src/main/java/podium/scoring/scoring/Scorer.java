package podium.scoring.scoring;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import podium.kit.content.ContentCoding;
import podium.scoring.contest.Task;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Values;
import podium.scoring.prediction.PredictionReader;
import podium.scoring.prediction.PredictionReading;
import podium.scoring.release.Outcome;
import podium.scoring.sql.SqlKernel;
import podium.scoring.sql.SqlRunner;
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
    private final SqlRunner runner;
    private final TaskForm form;

    /**
     * @param task what is to be predicted and how it is scored
     * @param maxBytes the largest file, unpacked
     * @param solution the hidden rows
     * @param runner runs the query of a metric of the organizers' own
     */
    public Scorer(Task task, long maxBytes, Solution solution, SqlRunner runner) {
        this(task, maxBytes, solution, PreparedTruth.of(solution), runner);
    }

    /** With a truth that was made of the solution before. */
    Scorer(Task task, long maxBytes, Solution solution, PreparedTruth truth, SqlRunner runner) {
        this.task = task;
        this.maxBytes = maxBytes;
        this.solution = solution;
        this.truth = truth;
        this.runner = runner;
        this.form = TaskForm.of(task, solution.labels().classes());
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
        return switch (form) {
            case TaskForm.Unusable(String reason) -> new Outcome.Failed(reason);
            case TaskForm.Usable usable ->
                switch (read(usable, in, coding)) {
                    case PredictionReading.Complete(Values predictions) -> {
                        look.accept(predictions);
                        yield evaluate(usable, predictions);
                    }
                    case PredictionReading.Malformed malformed -> new Outcome.Rejected(malformed);
                };
        };
    }

    /**
     * Reads a file without scoring it.
     *
     * @throws IllegalStateException the contest cannot have prediction files
     */
    PredictionReading read(InputStream in, ContentCoding coding) {
        return switch (form) {
            case TaskForm.Unusable(String reason) -> throw new IllegalStateException(reason);
            case TaskForm.Usable usable -> read(usable, in, coding);
        };
    }

    private PredictionReading read(TaskForm.Usable usable, InputStream in, ContentCoding coding) {
        return new PredictionReader(usable.format(maxBytes, truth.names()), solution).read(in, coding);
    }

    private Outcome evaluate(TaskForm.Usable usable, Values predictions) {
        int publicRows = solution.publicCount();
        Kernel kernel;
        try {
            kernel = usable.metric()
                    .map(truth::kernel)
                    .orElseGet(() -> new SqlKernel(runner, usable.sql(), task.target(), solution));
        } catch (IllegalArgumentException e) {
            return new Outcome.Failed(
                    "The contest's metric " + task.metric() + " cannot be used with its labels: " + e.getMessage());
        }
        List<Evaluation> parts = kernel.evaluate(predictions);
        return switch (parts.getFirst()) {
            case Evaluation.Undefined(String reason) -> undefined("public", reason);
            case Evaluation.Score(double publicScore, double[] publicWithout) ->
                switch (parts.get(1)) {
                    case Evaluation.Undefined(String reason) -> undefined("private", reason);
                    case Evaluation.Score(double privateScore, double[] privateWithout) ->
                        new Outcome.Scored(
                                task.metric(),
                                usable.metricVersion(),
                                usable.direction(),
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
