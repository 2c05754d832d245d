package podium.benchmarks;

import java.io.PrintStream;
import java.util.List;
import podium.benchmarks.scoring.ScoringRounds;

/**
 * Reading and scoring of a file of the Netflix Prize's size, on one thread, beside DuckDB, pandas with scikit-learn, a plain
 * loop and the mere reading of the bytes. In a JVM of its own, because this one runs without the second compiler.
 */
final class Scoring implements Benchmark {
    /** One collector thread and one heap for all: nothing here depends on how large it is. */
    static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-Xms1500m", "-Xmx1500m", "--enable-native-access=ALL-UNNAMED");

    @Override
    public String title() {
        return "read and score 2.8 million rows, one thread, beside others";
    }

    @Override
    public String run(PrintStream out, List<String> args) {
        return ChildJvm.run(JVM, ScoringRounds.class, args, out);
    }
}
