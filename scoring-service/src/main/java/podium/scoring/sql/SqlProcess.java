package podium.scoring.sql;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import podium.scoring.sandbox.SandboxLimits;
import podium.scoring.sandbox.SandboxProcess;
import podium.scoring.sandbox.SandboxProgram;
import podium.scoring.sql.SqlAnswer.Shape;

/** A process for one query on the rows of one part, seen from the one who asks. */
final class SqlProcess implements AutoCloseable {
    private final SqlMetric metric;
    private final SandboxProcess process;

    private SqlProcess(SqlMetric metric, SandboxProcess process) {
        this.metric = metric;
        this.process = process;
    }

    /** Puts the program of such processes together. */
    static SandboxProgram program() throws IOException {
        return SandboxProgram.unpack("podium-sql", SqlMain.class, List.of(SqlDatabase.class, SqlWire.class));
    }

    /**
     * Starts a process.
     *
     * @param timer kills it at its time limits
     * @throws IOException it cannot be started
     */
    static SqlProcess start(SandboxProgram program, SqlMetric metric, ScheduledExecutorService timer)
            throws IOException {
        return new SqlProcess(
                metric,
                SandboxProcess.start(
                        program,
                        new SandboxLimits(metric.memoryMebibytes(), metric.timeLimit()),
                        "",
                        List.of(Integer.toString(metric.memoryMebibytes())),
                        timer));
    }

    /**
     * Has the query answered; can be done once.
     *
     * @param rows the rows of the part
     * @throws IOException the process did not come to the point where it could be asked
     */
    SqlAnswer ask(SqlTables tables, int[] rows) throws IOException {
        Future<?> limit = process.awaitReady();
        try {
            send(tables, rows);
        } catch (IOException _) {
            // It is gone, or has answered before it had read everything; the answer tells.
        }
        try {
            return read(new DataInputStream(process.answers()), metric).orElseGet(this::lost);
        } catch (IOException _) {
            return lost();
        } finally {
            limit.cancel(false);
        }
    }

    private void send(SqlTables tables, int[] rows) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(process.questions(), SqlWire.BUFFER));
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
        return process.outOfTime()
                ? new SqlAnswer.OutOfTime(metric.timeLimit())
                : new SqlAnswer.ProcessLost(process.exitCode());
    }

    /** The number of the process. */
    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
