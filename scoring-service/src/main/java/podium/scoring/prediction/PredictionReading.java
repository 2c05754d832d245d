package podium.scoring.prediction;

import java.util.List;
import java.util.Map;
import podium.scoring.metric.Values;

/** What came of reading a prediction file. */
public sealed interface PredictionReading {

    /** The file is right: exactly one usable prediction for each row of the solution, in the order of its rows. */
    record Complete(Values predictions) implements PredictionReading {}

    /**
     * The file cannot be scored.
     *
     * @param problems the first 20 in the order of the file; never empty
     * @param counts how many there are of each kind, those that are not listed included
     */
    record Malformed(List<Problem> problems, Map<ProblemKind, Long> counts) implements PredictionReading {
        public Malformed {
            problems = List.copyOf(problems);
            counts = Map.copyOf(counts);
        }

        /** A file that has one problem as a whole. */
        public static Malformed of(ProblemKind kind, String expected) {
            return new Malformed(List.of(Problem.ofFile(kind, expected)), Map.of(kind, 1L));
        }
    }
}
