package podium.scoring.release;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Event: the file cannot be scored; its rows are named. See docs/contracts. */
public record SubmissionRejected(
        UUID submissionId,
        UUID contestId,
        UUID teamId,
        int ordinal,
        List<Problem> problems,
        Map<String, Long> counts,
        Instant acceptedAt,
        Instant rejectedAt) {

    public SubmissionRejected {
        problems = List.copyOf(problems);
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** One problem of the file, its kind as the word that events have for it. */
    public record Problem(
            String kind,
            @Nullable Long line,
            @Nullable String column,
            @Nullable String found,
            String expected) {

        static Problem of(podium.scoring.prediction.Problem problem) {
            return new Problem(
                    problem.kind().wireName(), problem.line(), problem.column(), problem.found(), problem.expected());
        }
    }
}
