package podium.backends;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import podium.backends.process.BackendException;
import podium.backends.process.Cache;
import podium.backends.process.ChildProcess;

/**
 * Keycloak's programs, unpacked and built for one path prefix, once per machine. The build is what {@code start-dev} would
 * do at each first start of an installation.
 */
final class KeycloakDistribution {
    private static final Duration BUILD_WITHIN = Duration.ofMinutes(10);

    private KeycloakDistribution() {}

    /**
     * Unpacks and builds it unless that was done before.
     *
     * @param relativePath the prefix of all paths, such as {@code /auth}
     * @return the directory that holds {@code lib}, {@code conf}, {@code providers} and {@code themes}
     */
    static Path built(String relativePath) {
        String key = "keycloak-" + BuildProperties.get("keycloak.version") + relativePath.replace('/', '-');
        return Cache.directory(key, directory -> {
            unpack(Path.of(BuildProperties.get("keycloak.distribution")), directory);
            List<String> command = java(directory);
            command.addAll(List.of("build", "--db=dev-file", "--http-relative-path=" + relativePath));
            Path log = directory.resolve("build.log");
            ChildProcess.run(new ChildProcess.Start("Keycloak's build", command, directory, log), BUILD_WITHIN);
        });
    }

    /**
     * The command of its JVM, as {@code kc.sh} puts it together, but for a small machine and without a shell in between.
     *
     * @param home the directory whose {@code lib}, {@code conf} and {@code data} it uses
     * @return the command, to which Keycloak's own arguments are added
     */
    static List<String> java(Path home) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx512m"));
        command.add("-XX:+ExitOnOutOfMemoryError");
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Dpicocli.disable.closures=true");
        command.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        command.addAll(List.of("-Duser.language=en", "-Duser.country=US"));
        command.addAll(
                List.of("-cp", home.resolve("lib").resolve("quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return command;
    }

    /** Unpacks a zip without its outermost directory. */
    private static void unpack(Path zip, Path directory) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new BackendException(zip + " is not there any more: build deploy/backends again.");
        }
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = directory.resolve(name).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("The archive reaches out of its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }
}
