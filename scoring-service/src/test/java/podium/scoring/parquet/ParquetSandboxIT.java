package podium.scoring.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.scoring.raw.RawFormatException;
import podium.scoring.sandbox.SandboxProcess;

/** The process that reads a Parquet file as the operating system sees it (Linux), and what DuckDB may do in it. */
class ParquetSandboxIT {
    private static final ParquetConversion CONVERSION = new ParquetConversion(1);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path files;

    @TempDir
    Path work;

    private static Path large;

    @BeforeAll
    static void write() {
        large = files.resolve("large.parquet");
        ParquetScene.write(large, "SELECT i AS a, 'the-secret' || i AS b FROM range(1000000) t(i)");
    }

    @AfterAll
    static void close() {
        CONVERSION.close();
    }

    @Test
    void itHasNothingButItsPipesAndTheFile() throws IOException {
        WorkDirectory directory = new WorkDirectory(work);
        try (InputStream csv = taken(directory)) {
            assertThat(csv.read()).isEqualTo('"');
            String place = work.toRealPath().toString();
            Path proc = Path.of("/proc", Long.toString(reading().pid()));

            assertThat(proc.resolve("environ")).isEmptyFile();
            assertThat(proc.resolve("cwd").toRealPath()).isEmptyDirectory();
            assertThat(Files.readAllLines(proc.resolve("limits")))
                    .anyMatch(line -> line.matches("Max file size +0 +0 .*"))
                    .anyMatch(line -> line.matches("Max data size +"
                            + ((ParquetScene.LIMITS.memoryMebibytes() + (long) SandboxProcess.OVERHEAD_MEBIBYTES) << 20)
                            + " .*"));
            try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
                assertThat(open.map(ParquetSandboxIT::target).filter(file -> !file.startsWith("pipe:")))
                        .allMatch(file -> file.equals("/dev/null")
                                || file.startsWith(System.getProperty("java.home"))
                                || file.endsWith("program.jar")
                                || (file.startsWith(place) && file.endsWith(" (deleted)")));
            }
            assertThat(left()).containsExactly("lock");
        }
        await().atMost(SOON).until(() -> ProcessHandle.current().children().noneMatch(ParquetSandboxIT::isReading));
        directory.close();
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void killedFromOutsideItIsNoTable() throws IOException {
        try (InputStream csv = CONVERSION.csv(large, ParquetScene.LIMITS)) {
            assertThat(csv.read()).isEqualTo('"');
            reading().destroyForcibly();

            assertThatThrownBy(csv::readAllBytes)
                    .isInstanceOf(RawFormatException.class)
                    .hasMessage(
                            "Reading the Parquet file ended early (exit code 137): it is broken, or needs more memory"
                                    + " than there is.");
        }
    }

    /** Its memory does not grow with the file, nor does what nobody reads pile up. */
    @Test
    void whatNobodyReadsIsNotMade() throws IOException {
        try (InputStream csv = CONVERSION.csv(large, ParquetScene.LIMITS)) {
            csv.readNBytes(10_000_000);

            long peak = Files.readAllLines(
                            Path.of("/proc", Long.toString(reading().pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
            assertThat(peak).isBetween(20_000L, 200_000L);
        }
    }

    @Test
    void theNextOneWaitsAndThenIsTold() throws IOException {
        try (InputStream first = CONVERSION.csv(large, ParquetScene.LIMITS)) {
            assertThat(first.read()).isEqualTo('"');
            ParquetLimits impatient = new ParquetLimits(1, 1, 1, 64, Duration.ofMillis(10));

            assertThatThrownBy(() -> CONVERSION.csv(large, impatient)).isInstanceOf(ParquetBusyException.class);
        }
        assertThat(ParquetScene.csv(CONVERSION, large, ParquetScene.LIMITS)).startsWith("\"a\",\"b\"\n0,the-secret0\n");
    }

    @Test
    void nothingIsLeftOfAProcessThatIsKilled() throws IOException {
        String classPath = System.getProperty("java.class.path");
        Process asking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        ParquetAsking.class.getName(),
                        large.toString(),
                        work.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = asking.inputReader(StandardCharsets.UTF_8)) {
            long pid = Long.parseLong(out.readLine());
            assertThat(ProcessHandle.of(pid)).isPresent();

            asking.destroyForcibly();

            await().atMost(SOON).until(() -> ProcessHandle.of(pid).isEmpty());
            assertThat(left()).containsExactly("lock");
        } finally {
            asking.destroyForcibly();
        }
        WorkDirectory next = new WorkDirectory(work);
        next.create().close();
        next.close();
        assertThat(work).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_blob('/proc/self/environ')",
                "SELECT * FROM read_parquet('OTHER')",
                "SELECT * FROM read_parquet('FILE/../other.parquet')",
                "SELECT * FROM read_parquet('FILE*')",
                "SELECT * FROM glob('/etc/*')",
                "COPY (SELECT 1) TO 'NEW' (FORMAT csv)",
                "ATTACH 'NEW'",
                "COPY (SELECT 1) TO ':memory:.wal'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
                "SELECT getenv('PATH')",
                "SET allowed_paths = ['/etc/passwd']",
                "SET enable_external_access = true",
                "SET threads = 4",
                "SET temp_directory = '/tmp'"
            })
    void theSettingsAloneAllowOneFileAndNoMore(String statement) throws SQLException, IOException {
        Path file = files.resolve("one.parquet");
        Path other = files.resolve("other.parquet");
        Path out = files.resolve("out.csv");
        ParquetScene.write(file, "SELECT 1 AS a");
        ParquetScene.write(other, "SELECT 2 AS a");
        Files.write(out, new byte[0]);

        try (ParquetDatabase database = ParquetDatabase.open("64", file.toString(), out.toString())) {
            assertThatThrownBy(() -> database.execute(statement
                            .replace("OTHER", other.toString())
                            .replace("FILE", file.toString())
                            .replace("NEW", files.resolve("new").toString())))
                    .isInstanceOf(SQLException.class);

            assertThat(files.resolve("new")).doesNotExist();
            assertThat(database.rows()).isEqualTo(1);
            database.copy(database.columns(), 10);
        }
        assertThat(out).hasContent("1\n");
    }

    private InputStream taken(WorkDirectory directory) throws IOException {
        try (WorkFile file = directory.create();
                InputStream parquet = Files.newInputStream(large)) {
            file.write(parquet);
            return CONVERSION.csv(file.path(), ParquetScene.LIMITS);
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.walk(work)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        }
    }

    private static ProcessHandle reading() {
        return ProcessHandle.current()
                .children()
                .filter(ParquetSandboxIT::isReading)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isReading(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(ParquetMain.class.getName());
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
