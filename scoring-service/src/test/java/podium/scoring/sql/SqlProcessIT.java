package podium.scoring.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.scoring.sandbox.SandboxProcess;
import podium.scoring.sandbox.SandboxProgram;

/** The process of a query as the operating system sees it (Linux). */
class SqlProcessIT {
    /** Runs until it is stopped. */
    static final String ENDLESS =
            "SELECT sum(a.range * b.range * c.range % 7) FROM range(100000) a, range(100000) b, range(100000) c";

    private static final Duration SOON = Duration.ofSeconds(20);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private SandboxProgram program;
    private SqlProcess process;
    private Future<SqlAnswer> answer;

    @BeforeEach
    void aQueryThatRuns() throws IOException {
        program = SqlProcess.program();
        process = SqlProcess.start(program, SqlScene.metric(ENDLESS, 64, Duration.ofSeconds(60)), timer);
        SqlScene scene = new SqlScene(100);
        answer = CompletableFuture.supplyAsync(() -> {
            try {
                return process.ask(scene.tables, scene.parts.get(0));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        await().atMost(SOON).until(() -> threads(process.pid()).contains("query"));
    }

    @AfterEach
    void close() {
        process.close();
        program.close();
        timer.shutdownNow();
    }

    @Test
    void itHasNothingButItsPipes() throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));

        assertThat(proc.resolve("environ")).isEmptyFile();
        assertThat(proc.resolve("cwd").toRealPath()).isEmptyDirectory();
        assertThat(limit(proc, "Max file size")).isEqualTo("0");
        assertThat(limit(proc, "Max core file size")).isEqualTo("0");
        assertThat(limit(proc, "Max data size"))
                .isEqualTo(Long.toString((64L + SandboxProcess.OVERHEAD_MEBIBYTES) << 20));
        assertThat(limit(proc, "Max address space"))
                .isEqualTo(Long.toString((64L + SandboxProcess.OVERHEAD_ADDRESSES) << 20));
        assertThat(limit(proc, "Max cpu time")).isEqualTo("90");
        try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
            List<String> files = open.map(SqlProcessIT::target).toList();
            assertThat(files).noneMatch(file -> file.startsWith("socket:"));
            assertThat(files.stream().filter(file -> file.startsWith("pipe:")).distinct())
                    .hasSize(2);
            assertThat(files)
                    .allMatch(file -> file.startsWith("pipe:")
                            || file.equals("/dev/null")
                            || file.startsWith(System.getProperty("java.home"))
                            || file.equals(program.jar().toString()));
        }
    }

    @Test
    void killedFromOutsideItHasNoScore() throws ExecutionException, InterruptedException {
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();

        assertThat(answer.get()).isEqualTo(new SqlAnswer.ProcessLost(137));
        assertThat(((SqlAnswer.Failure) answer.get()).reason())
                .isEqualTo("the process of the query ended without an answer (exit code 137)");
    }

    @Test
    void itEndsWithTheProcessThatAsked() throws IOException {
        String classPath = Stream.of(SqlAsking.class, SqlMain.class, DuckDBDriver.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(":"));
        Process asking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        SqlAsking.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = asking.inputReader(StandardCharsets.UTF_8)) {
            long pid = Long.parseLong(out.readLine());
            await().atMost(SOON).until(() -> threads(pid).contains("query"));

            asking.destroyForcibly();

            await().atMost(SOON).until(() -> ProcessHandle.of(pid).isEmpty());
            assertThat(left(asking)).hasSize(1);
            SqlProcess.program().close();
            assertThat(left(asking)).isEmpty();
        } finally {
            asking.destroyForcibly();
        }
    }

    @Test
    void nothingIsLeftWhenItIsClosed() {
        long pid = process.pid();

        process.close();

        await().atMost(SOON).until(() -> ProcessHandle.of(pid).isEmpty());
        assertThat(program.jar().getParent()).isDirectoryNotContaining("glob:**work-*");
        program.close();
        assertThat(program.jar().getParent()).doesNotExist();
    }

    /** What a process that was killed has left behind. */
    private static List<Path> left(Process killed) throws IOException {
        String prefix = "podium-sql-" + killed.pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .toList();
        }
    }

    private static String limit(Path proc, String name) throws IOException {
        return Files.readAllLines(proc.resolve("limits")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip().split("\\s+", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    /** The names of a process's threads; none if it is gone. */
    private static List<String> threads(long pid) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return tasks.map(task -> {
                        try {
                            return Files.readString(task.resolve("comm")).strip();
                        } catch (IOException _) {
                            return "";
                        }
                    })
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
