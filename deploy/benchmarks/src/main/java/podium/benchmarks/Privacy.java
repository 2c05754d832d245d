package podium.benchmarks;

import java.io.PrintStream;
import java.util.List;
import podium.benchmarks.privacy.PrivacyRun;

/**
 * From raw ratings of the Netflix Prize's shape to release files, and the attack of the privacy gate on them: {@code --rows N},
 * a million if nothing is said. In a JVM of its own with a heap for a hundred million.
 */
final class Privacy implements Benchmark {
    private static final List<String> JVM = List.of(
            "-XX:+UseParallelGC",
            "-Xmx6g",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    @Override
    public String title() {
        return "anonymize and attack ratings: --rows N (1,000,000 by default, the Prize had 100,480,507)";
    }

    @Override
    public String run(PrintStream out, List<String> args) {
        return ChildJvm.run(JVM, PrivacyRun.class, args, out);
    }
}
