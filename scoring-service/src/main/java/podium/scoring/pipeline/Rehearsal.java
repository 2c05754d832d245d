package podium.scoring.pipeline;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import podium.kit.content.ContentCoding;
import podium.scoring.contest.Task;
import podium.scoring.holdout.Solution;
import podium.scoring.prediction.PredictionReading;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.release.Outcome;
import podium.scoring.scoring.Scorer;
import podium.scoring.sql.SqlRunner;

/**
 * Scores the sample submission before anything is released, with the bytes that entrants would get and the solution that
 * their files would meet. A contest whose metric has no value on its holdout, or whose own sample would be refused, is found
 * out here rather than with the first submission.
 */
final class Rehearsal {
    private final Task task;
    private final long maxBytes;
    private final SqlRunner runner;

    /**
     * @param task what is to be predicted and how it is scored
     * @param maxBytes the largest prediction file
     * @param runner runs the query of a metric of the organizers' own
     */
    Rehearsal(Task task, long maxBytes, SqlRunner runner) {
        this.task = task;
        this.runner = runner;
        this.maxBytes = maxBytes;
    }

    /**
     * What is wrong, nothing if the sample has a score.
     *
     * @param solution the hidden rows
     * @param sample the sample submission
     */
    List<Reason> flaws(Solution solution, InputStream sample) {
        return switch (new Scorer(task, maxBytes, solution, runner).score(sample, ContentCoding.IDENTITY)) {
            case Outcome.Scored _ -> List.of();
            case Outcome.Failed(String reason) -> List.of(new Reason("metric-undefined", reason + "."));
            case Outcome.Rejected(PredictionReading.Malformed reading) ->
                List.of(new Reason(
                        "sample-unreadable", "The sample submission itself would be refused: " + words(reading)));
        };
    }

    /** The score of predictions on the public part; empty if they have none. */
    OptionalDouble publicScore(Solution solution, InputStream predictions) {
        return new Scorer(task, maxBytes, solution, runner).score(predictions, ContentCoding.IDENTITY)
                        instanceof Outcome.Scored scored
                ? OptionalDouble.of(scored.publicScore().value())
                : OptionalDouble.empty();
    }

    private static String words(PredictionReading.Malformed reading) {
        String kinds = reading.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().wireName() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return kinds + "; expected " + reading.problems().getFirst().expected() + ".";
    }
}
