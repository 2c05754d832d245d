package podium.benchmarks.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import podium.kit.content.ContentCoding;
import podium.scoring.contest.Task;
import podium.scoring.holdout.Solution;
import podium.scoring.release.Outcome;
import podium.scoring.scoring.Scorer;

/** The kernel as scoring-service runs it, from the stored bytes to the scores of both parts. */
final class Podium {
    private static final long MOST_BYTES = 1L << 30;

    private final Scorer scorer;

    Podium(Solution solution, Task.Kind kind, String metric) {
        this.scorer = new Scorer(new Task("prediction", kind, null, metric, 4, null, null), MOST_BYTES, solution);
    }

    /** The score on the public part; the one on the private part is computed too. */
    double score(Path file, ContentCoding coding) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return switch (scorer.score(in, coding)) {
                case Outcome.Scored scored -> scored.publicScore().value();
                case Outcome outcome -> throw new IllegalStateException(outcome.toString());
            };
        }
    }
}
