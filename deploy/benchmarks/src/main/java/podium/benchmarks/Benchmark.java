package podium.benchmarks;

import java.io.PrintStream;

/** Something that is measured. */
interface Benchmark {
    /** One line that says what. */
    String title();

    /**
     * Measures and prints a table for people.
     *
     * @param out where the table goes
     * @return the figures as one line of JSON
     */
    String run(PrintStream out);
}
