package podium.benchmarks;

import java.io.PrintStream;
import java.util.List;
import podium.benchmarks.privacy.LintsRun;

/** All leak lints of a generated table: {@code --rows N --columns N}, a million by thirty if nothing is said. */
final class Lints implements Benchmark {
    private static final List<String> JVM = List.of("-XX:+UseParallelGC", "-Xmx4g");

    @Override
    public String title() {
        return "leak lints of a table: --rows N --columns N (1,000,000 and 30 by default)";
    }

    @Override
    public String run(PrintStream out, List<String> args) {
        return ChildJvm.run(JVM, LintsRun.class, args, out);
    }
}
