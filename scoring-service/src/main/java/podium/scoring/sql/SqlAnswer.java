package podium.scoring.sql;

import java.time.Duration;

/** What came of a query on the rows of one part. */
public sealed interface SqlAnswer {

    /** The score, a finite number, not rounded. */
    record Score(double value) implements SqlAnswer {
        public Score {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Not a score: " + value);
            }
        }
    }

    /** There is no score. */
    sealed interface Failure extends SqlAnswer {
        /** Why, for everybody, without anything that the query has seen; a sentence's end without a full stop. */
        String reason();

        /** Why, for the organizers and for nobody else: it may quote hidden labels. */
        default String forOrganizers() {
            return reason();
        }
    }

    /**
     * DuckDB refused the query or broke it off.
     *
     * @param message what it said, with the place in the query; cut to a bounded length
     */
    record QueryFailed(String message) implements Failure {
        @Override
        public String reason() {
            return "the query fails";
        }

        @Override
        public String forOrganizers() {
            return "the query fails: " + message;
        }
    }

    /** The query answered something else than one row with one finite number. */
    record NotOneNumber(Shape shape) implements Failure {
        @Override
        public String reason() {
            return "the query answers " + shape.inWords + ", not one row with one number";
        }
    }

    /** What a query answered instead of one number. */
    enum Shape {
        NO_ROW("no row"),
        SEVERAL_ROWS("several rows"),
        SEVERAL_COLUMNS("several columns"),
        NO_NUMBER("a value that is not a number"),
        NULL("NULL"),
        NAN("NaN"),
        INFINITE("infinity");

        private final String inWords;

        Shape(String inWords) {
            this.inWords = inWords;
        }
    }

    /** The query needed more memory than it may have. */
    record OutOfMemory(int mebibytes) implements Failure {
        @Override
        public String reason() {
            return "the query needs more than its " + mebibytes + " MiB of memory";
        }
    }

    /** The query was stopped. */
    record OutOfTime(Duration limit) implements Failure {
        @Override
        public String reason() {
            return "the query was stopped after its " + limit.toSeconds() + " s";
        }
    }

    /**
     * The process of the query ended without an answer: it was killed from outside, or broke down at the operating system's
     * limits.
     *
     * @param exitCode what it ended with; 128 and the number of the signal if that was one
     */
    record ProcessLost(int exitCode) implements Failure {
        @Override
        public String reason() {
            return "the process of the query ended without an answer (exit code " + exitCode + ")";
        }
    }
}
