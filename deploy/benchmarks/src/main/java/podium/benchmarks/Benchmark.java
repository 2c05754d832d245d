package podium.benchmarks;

import java.io.PrintStream;
import java.util.List;

/** Something that is measured. */
interface Benchmark {
    /** One line that says what. */
    String title();

    /**
     * Measures and prints a table for people.
     *
     * @param out where the table goes
     * @param args what came after the name; most benchmarks take nothing
     * @return the figures as one line of JSON
     */
    String run(PrintStream out, List<String> args);
}
