package podium.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import podium.local.platform.Platform;
import podium.local.platform.PlatformOptions;

/** A platform in a directory of its own, both of which are gone afterwards. */
final class FreshPlatform {
    private FreshPlatform() {}

    /**
     * Measures something on a platform.
     *
     * @param out told how the platform starts
     * @param serviceOptions more options for the JVMs of the services
     * @param measure what is measured; its result
     */
    static String measure(PrintStream out, List<String> serviceOptions, Function<Platform, String> measure) {
        try {
            Path home = Files.createTempDirectory("podium-benchmark");
            try (Platform platform =
                    Platform.start(new PlatformOptions(home, 0, true, false, out::println, serviceOptions))) {
                return measure.apply(platform);
            } finally {
                delete(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
