package podium.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import podium.benchmarks.privacy.LatticeRun;

/** The search for the generalization of the census that loses least, by every loss: {@code --data DIRECTORY}. */
final class Lattice implements Benchmark {
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g");

    @Override
    public String title() {
        return "the optimal generalization of the census, by every loss: --data DIRECTORY (shared/data beside the checkout by default)";
    }

    @Override
    public String run(PrintStream out, List<String> args) {
        Path data = Path.of(System.getProperty("podium.checkout", "."), "..", "shared", "data");
        return ChildJvm.run(
                JVM,
                LatticeRun.class,
                args.isEmpty() ? List.of("--data", data.normalize().toString()) : args,
                out);
    }
}
