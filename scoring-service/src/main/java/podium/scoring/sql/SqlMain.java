package podium.scoring.sql;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import podium.scoring.sandbox.SandboxChild;

/**
 * The process in which one query runs on the rows of one part. It knows the JDK and DuckDB, gets two tables and a query on
 * its standard input, answers on a pipe of its own and ends. It also ends as soon as its standard input does, so that it
 * never outlives the process that asked.
 */
final class SqlMain {
    private final DataInputStream in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), SqlWire.BUFFER));
    private final FileOutputStream out = new FileOutputStream(SandboxChild.ANSWERS);
    private final SqlDatabase database;

    private SqlMain(SqlDatabase database) throws IOException {
        this.database = database;
    }

    /**
     * Answers one query.
     *
     * @param arguments how much memory DuckDB may use, in MiB
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        new SqlMain(SqlDatabase.open(arguments[0])).run();
    }

    private void run() throws IOException {
        SandboxChild.ready(out);
        String query = text(in.readInt());
        int rows = in.readInt();
        try {
            load(SqlWire.SOLUTION, rows);
            load(SqlWire.PREDICTION, rows);
            database.lock();
        } catch (SQLException e) {
            end(SqlDatabase.failure(e));
        }
        new Thread(() -> end(database.answer(query)), "query").start();
        SandboxChild.endWithParent();
    }

    private void load(String table, int rows) throws IOException, SQLException {
        byte[] types = new byte[in.readByte()];
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < types.length; i++) {
            types[i] = in.readByte();
            String name = text(in.readInt()).replace("\"", "\"\"");
            columns.append(i == 0 ? "\"" : ", \"").append(name).append("\" ").append(sqlType(types[i]));
        }
        database.execute("CREATE TABLE " + table + " (" + columns + ")");
        try (DuckDBAppender appender = database.appender(table)) {
            for (int row = 0; row < rows; row++) {
                appender.beginRow();
                for (byte type : types) {
                    append(appender, type);
                }
                appender.endRow();
            }
            appender.flush();
        }
    }

    private static String sqlType(byte type) {
        return switch (type) {
            case SqlWire.WHOLE -> "BIGINT";
            case SqlWire.NUMBER -> "DOUBLE";
            default -> "VARCHAR";
        };
    }

    private void append(DuckDBAppender appender, byte type) throws IOException, SQLException {
        switch (type) {
            case SqlWire.WHOLE -> appender.append(in.readLong());
            case SqlWire.NUMBER -> appender.append(in.readDouble());
            default -> {
                int length = in.readInt();
                if (length == SqlWire.NULL) {
                    appender.appendNull();
                } else {
                    appender.append(text(length));
                }
            }
        }
    }

    /** Answers and ends. */
    private void end(byte[] answer) {
        try {
            out.write(answer);
        } catch (IOException _) {
            // Nobody wants to know any more.
        }
        SandboxChild.end();
    }

    private String text(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }
}
