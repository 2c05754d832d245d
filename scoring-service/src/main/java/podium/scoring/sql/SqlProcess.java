package podium.scoring.sql;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import podium.scoring.sql.SqlAnswer.Shape;

/**
 * A process for one query on the rows of one part, seen from the one who asks. The operating system limits its memory, its
 * processor time and its open files, and lets it write none; its environment and its working directory are empty; two pipes
 * are all that it has.
 */
final class SqlProcess implements AutoCloseable {
    /** What the JVM and DuckDB need beyond what DuckDB counts, in MiB: 130 at rest, and what a query holds uncounted. */
    static final int OVERHEAD_MEBIBYTES = 256;

    /** The same in addresses, most of which never become memory. A second net: the first does not count shared memory. */
    static final int OVERHEAD_ADDRESSES = 2048;

    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    /**
     * Shell: sets the limits that it is given, then becomes the program that follows. Answers have a pipe of their own: what
     * DuckDB prints, because a query makes it, goes nowhere.
     */
    private static final String LIMITED = """
            ulimit -c 0 && ulimit -f 0 && ulimit -n 64 && ulimit -t "$1" && ulimit -d "$2" && ulimit -v "$3" && shift 3 &&
            exec /usr/bin/env -i "$@" 3>&1 1>&2""";

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms8m",
            "-Xmx48m",
            "-Xss1m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=16m",
            "-XX:MaxMetaspaceSize=48m",
            "-XX:CompressedClassSpaceSize=16m",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash",
            "--enable-native-access=ALL-UNNAMED");

    /** What a process that a signal has ended is said to have ended with, beyond the number of the signal. */
    private static final int SIGNAL = 128;

    private static final int SIGXCPU = 24;

    private final SqlMetric metric;
    private final Path workingDirectory;
    private final Process process;
    private final ScheduledExecutorService timer;
    private volatile boolean stopped;

    private SqlProcess(SqlMetric metric, Path workingDirectory, Process process, ScheduledExecutorService timer) {
        this.metric = metric;
        this.workingDirectory = workingDirectory;
        this.process = process;
        this.timer = timer;
    }

    /**
     * Starts a process.
     *
     * @param timer kills it at its time limits
     * @throws IOException it cannot be started
     */
    static SqlProcess start(SqlProgram program, SqlMetric metric, ScheduledExecutorService timer) throws IOException {
        Path workingDirectory = program.workingDirectory();
        long cpuSeconds = metric.timeLimit().plus(LONGEST_START).toSeconds();
        long memory = 1024L * (metric.memoryMebibytes() + OVERHEAD_MEBIBYTES);
        long addresses = 1024L * (metric.memoryMebibytes() + OVERHEAD_ADDRESSES);
        List<String> command = Stream.of(
                        Stream.of("/bin/sh", "-c", LIMITED, "podium-sql"),
                        Stream.of(cpuSeconds, memory, addresses).map(String::valueOf),
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        JVM_OPTIONS.stream(),
                        Stream.of("-Djava.library.path=" + program.libraries()),
                        Stream.of("-Djava.io.tmpdir=" + workingDirectory),
                        Stream.of("-cp", program.jar().toString(), SqlMain.class.getName()),
                        Stream.of(Integer.toString(metric.memoryMebibytes())))
                .flatMap(part -> part)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
        builder.environment().clear();
        try {
            return new SqlProcess(metric, workingDirectory, builder.start(), timer);
        } catch (IOException e) {
            SqlProgram.delete(workingDirectory);
            throw e;
        }
    }

    /**
     * Has the query answered; can be done once.
     *
     * @param rows the rows of the part
     * @throws IOException the process did not come to the point where it could be asked
     */
    SqlAnswer ask(SqlTables tables, int[] rows) throws IOException {
        DataInputStream in = new DataInputStream(process.getInputStream());
        Future<?> start = stopAfter(LONGEST_START);
        int first = in.read();
        start.cancel(false);
        if (first != SqlWire.READY) {
            String said =
                    new String(process.getErrorStream().readNBytes(SqlWire.LONGEST_MESSAGE), StandardCharsets.UTF_8);
            throw new IOException("The process for a query did not start, exit code " + exitCode() + ": " + said);
        }
        Future<?> limit = stopAfter(metric.timeLimit());
        try {
            send(tables, rows);
        } catch (IOException _) {
            // It is gone, or has answered before it had read everything; the answer tells.
        }
        try {
            return read(in, metric).orElseGet(this::lost);
        } catch (IOException _) {
            return lost();
        } finally {
            limit.cancel(false);
        }
    }

    private void send(SqlTables tables, int[] rows) throws IOException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), SqlWire.BUFFER));
        text(out, metric.query());
        out.writeInt(rows.length);
        for (List<SqlColumn> table : List.of(tables.solution(), tables.prediction())) {
            out.writeByte(table.size());
            for (SqlColumn column : table) {
                out.writeByte(
                        switch (column) {
                            case SqlColumn.Wholes _ -> SqlWire.WHOLE;
                            case SqlColumn.Numbers _ -> SqlWire.NUMBER;
                            case SqlColumn.Texts _ -> SqlWire.TEXT;
                        });
                text(out, column.name());
            }
            for (int row : rows) {
                for (SqlColumn column : table) {
                    value(out, column, row);
                }
            }
        }
        out.flush();
    }

    private static void value(DataOutputStream out, SqlColumn column, int row) throws IOException {
        switch (column) {
            case SqlColumn.Wholes wholes -> out.writeLong(wholes.value().applyAsLong(row));
            case SqlColumn.Numbers numbers -> out.writeDouble(numbers.value().applyAsDouble(row));
            case SqlColumn.Texts texts -> {
                String value = texts.value().apply(row);
                if (value == null) {
                    out.writeInt(SqlWire.NULL);
                } else {
                    text(out, value);
                }
            }
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads an answer.
     *
     * @return empty if it is none: the process has run code of a stranger, and may say anything
     */
    static Optional<SqlAnswer> read(DataInputStream in, SqlMetric metric) throws IOException {
        return switch (in.readByte()) {
            case SqlWire.SCORE -> {
                double value = in.readDouble();
                yield Double.isFinite(value) ? Optional.of(new SqlAnswer.Score(value)) : Optional.empty();
            }
            case SqlWire.QUERY_FAILED -> {
                int length = Math.clamp(in.readInt(), 0, SqlWire.LONGEST_MESSAGE);
                yield Optional.of(new SqlAnswer.QueryFailed(new String(in.readNBytes(length), StandardCharsets.UTF_8)));
            }
            case SqlWire.NO_ROW -> notOneNumber(Shape.NO_ROW);
            case SqlWire.SEVERAL_ROWS -> notOneNumber(Shape.SEVERAL_ROWS);
            case SqlWire.SEVERAL_COLUMNS -> notOneNumber(Shape.SEVERAL_COLUMNS);
            case SqlWire.NO_NUMBER -> notOneNumber(Shape.NO_NUMBER);
            case SqlWire.NULL_VALUE -> notOneNumber(Shape.NULL);
            case SqlWire.NAN -> notOneNumber(Shape.NAN);
            case SqlWire.INFINITE -> notOneNumber(Shape.INFINITE);
            case SqlWire.OUT_OF_MEMORY -> Optional.of(new SqlAnswer.OutOfMemory(metric.memoryMebibytes()));
            default -> Optional.empty();
        };
    }

    private static Optional<SqlAnswer> notOneNumber(Shape shape) {
        return Optional.of(new SqlAnswer.NotOneNumber(shape));
    }

    private SqlAnswer lost() {
        int exitCode = exitCode();
        return stopped || exitCode == SIGNAL + SIGXCPU
                ? new SqlAnswer.OutOfTime(metric.timeLimit())
                : new SqlAnswer.ProcessLost(exitCode);
    }

    private int exitCode() {
        try {
            if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
            return process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            kill();
            return SIGNAL + 9;
        }
    }

    private Future<?> stopAfter(Duration limit) {
        return timer.schedule(
                () -> {
                    stopped = true;
                    kill();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The number of the process. */
    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        kill();
        SqlProgram.delete(workingDirectory);
    }
}
