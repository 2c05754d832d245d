package podium.scoring.parquet;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import podium.scoring.parquet.ParquetDatabase.Column;
import podium.scoring.sandbox.SandboxChild;

/**
 * The process in which one Parquet file is read. It knows the JDK and DuckDB, answers in the manner of {@link ParquetWire} and
 * ends; and as soon as its standard input does.
 */
final class ParquetMain {
    private final ParquetDatabase database;
    private final long mostRows;
    private final int mostColumns;
    private final FileOutputStream out;

    private ParquetMain(ParquetDatabase database, long mostRows, int mostColumns, FileOutputStream out) {
        this.database = database;
        this.mostRows = mostRows;
        this.mostColumns = mostColumns;
        this.out = out;
    }

    /**
     * Reads one file.
     *
     * @param arguments how much memory DuckDB may use, in MiB; the most rows; the most columns
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        ParquetDatabase database = ParquetDatabase.open(arguments[0], SandboxChild.FILE, SandboxChild.ANSWERS);
        FileOutputStream out = new FileOutputStream(SandboxChild.ANSWERS);
        ParquetMain main = new ParquetMain(database, Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]), out);
        SandboxChild.ready(out);
        new Thread(main::run, "parquet").start();
        SandboxChild.endWithParent();
    }

    private void run() {
        try {
            end(answer(), "");
        } catch (Refused e) {
            end(e.kind, e.text);
        } catch (OutOfMemoryError _) {
            end(ParquetWire.OUT_OF_MEMORY, "");
        } catch (IOException _) {
            SandboxChild.end();
        }
    }

    private byte answer() throws Refused, IOException {
        List<Column> columns = columns();
        header(columns);
        try {
            // One more than are allowed: whoever counts them sees that they are too many, though the footer said
            // otherwise.
            database.copy(columns, mostRows + 1);
            return ParquetWire.COMPLETE;
        } catch (SQLException e) {
            throw refused(e, ParquetWire.BROKEN_DATA);
        }
    }

    private List<Column> columns() throws Refused {
        List<Column> columns;
        try {
            long rows = database.rows();
            if (rows > mostRows) {
                throw new Refused(ParquetWire.TOO_MANY_ROWS, Long.toString(rows));
            }
            columns = database.columns();
        } catch (SQLException e) {
            throw refused(e, ParquetWire.BROKEN_FOOTER);
        }
        if (columns.size() > mostColumns) {
            throw new Refused(ParquetWire.TOO_MANY_COLUMNS, Integer.toString(columns.size()));
        }
        for (Column column : columns) {
            if (column.cell("") == null) {
                throw new Refused(ParquetWire.NO_SUCH_CELLS, kind(column.type()) + "\n" + column.name());
            }
        }
        return columns;
    }

    /** The names, each in quotes, so that no reader has to guess what quotes and separates. */
    private void header(List<Column> columns) throws IOException {
        out.write(columns.stream()
                .map(column -> "\"" + column.name().replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\n"))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String kind(String type) {
        return type.endsWith("]") ? "LIST" : type.replaceAll("\\(.*", "");
    }

    private static Refused refused(SQLException e, byte broken) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Out of Memory Error") || message.contains("bad allocation")) {
            return new Refused(ParquetWire.OUT_OF_MEMORY, "");
        }
        return new Refused(message.contains("Not implemented Error") ? ParquetWire.NOT_KNOWN : broken, "");
    }

    private void end(byte kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] answer = new byte[2 + Math.min(bytes.length, ParquetWire.LONGEST_TEXT)];
        answer[0] = ParquetWire.END_OF_TEXT;
        answer[1] = kind;
        System.arraycopy(bytes, 0, answer, 2, answer.length - 2);
        try {
            out.write(answer);
        } catch (IOException _) {
            // Nobody wants to know any more.
        }
        SandboxChild.end();
    }

    /** The file is not to be read, for a reason of {@link ParquetWire}. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final byte kind;
        private final String text;

        Refused(byte kind, String text) {
            this.kind = kind;
            this.text = text;
        }
    }
}
