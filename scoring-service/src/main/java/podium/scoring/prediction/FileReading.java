package podium.scoring.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import podium.scoring.bytes.Utf8;
import podium.scoring.holdout.RowIds;

/**
 * The reading of one file.
 *
 * <p>Two ways through a line: {@link PlainRows} takes runs of rows that look as nearly all of them do; whatever it does not
 * like at first sight goes through {@link #line}, which knows quotes, blanks, exponents and every problem.
 */
final class FileReading {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16 = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BIG_ENDIAN = {(byte) 0xFE, (byte) 0xFF};

    private final PredictionFormat format;
    private final RowIds ids;
    private final Window window;
    private final Column column;
    private final Joining joining;
    private final Fields fields;
    private final Problems problems = new Problems();
    private final Header header;
    private @Nullable PlainRows plainRows;
    /** The line at hand. */
    private long line = 1;

    FileReading(PredictionFormat format, RowIds ids, InputStream in, int windowSize) {
        this.format = format;
        this.ids = ids;
        this.window = new Window(in, format.maxBytes(), windowSize);
        this.column = Column.of(format, ids.rows());
        this.joining = new Joining(ids.rows());
        this.fields = new Fields(format.columns().size() + 1);
        this.header = new Header(format, problems);
    }

    /** Reads the file to its end, or as far as it makes sense. */
    PredictionReading read() throws IOException {
        if (readLines()) {
            reportMissing();
        }
        return problems.none() ? new PredictionReading.Complete(column.values()) : problems.malformed();
    }

    /** What to say of a file whose {@link #read} failed. */
    PredictionReading.Malformed brokenOff(ProblemKind kind, String expected) {
        problems.add(kind, 1, expected);
        return problems.malformed();
    }

    /** Whether the file was read to its end. */
    private boolean readLines() throws IOException {
        byte[] bytes = window.bytes();
        window.slide(0);
        int pos = startsWith(BOM) ? BOM.length : 0;
        if (startsWith(UTF_16) || startsWith(UTF_16_BIG_ENDIAN)) {
            return stop(ProblemKind.WRONG_ENCODING, "UTF-8");
        }
        boolean headerRead = false;
        while (true) {
            if (plainRows != null) {
                int rows = joining.missing();
                pos = plainRows.take(pos);
                line += rows - joining.missing();
            }
            int end = pos;
            while (bytes[end] != '\n') {
                end++;
            }
            if (end == window.end() && !window.last()) {
                if (window.isFullFrom(pos)) {
                    return stop(ProblemKind.LINE_TOO_LONG, "lines of at most " + window.capacity() + " bytes");
                }
                window.slide(pos);
                pos = 0;
                if (window.tooLarge()) {
                    return tooLarge();
                }
                continue;
            }
            if (window.tooLarge()) {
                return tooLarge();
            }
            int to = end > pos && bytes[end - 1] == '\r' ? end - 1 : end;
            if (to > pos && !headerRead) {
                if (!readHeader(pos, to)) {
                    return false;
                }
                headerRead = true;
            } else if (to > pos) {
                line(pos, to);
            }
            if (end == window.end()) {
                reportCut(pos, to);
                return headerRead || stop(ProblemKind.EMPTY_FILE, "the header " + format.header() + " and its rows");
            }
            pos = end + 1;
            line++;
        }
    }

    private boolean readHeader(int from, int to) {
        if (!header.read(window.bytes(), from, to, line)) {
            return false;
        }
        if (column instanceof NumberColumns numbers && PlainRows.suit(ids)) {
            plainRows = new PlainRows(window, ids, joining, numbers, header.columnOfField());
        }
        return true;
    }

    /** Takes one line of whatever shape. */
    private void line(int from, int to) {
        byte[] bytes = window.bytes();
        int count = fields.split(bytes, from, to);
        if (count == Fields.BAD_QUOTING) {
            problems.add(ProblemKind.BAD_QUOTING, line, null, bytes, from, to, "quoted fields that end on their line");
            return;
        }
        int row = row();
        int expected = format.columns().size() + 1;
        if (count != expected) {
            String text = expected + " fields, " + format.header() + "; a decimal point, not a comma";
            problems.add(ProblemKind.WRONG_FIELD_COUNT, line, null, bytes, from, to, text);
            if (row >= 0) {
                joining.see(row);
            }
            return;
        }
        if (row < 0) {
            boolean text = Utf8.isValid(fields.source(0), fields.from(0), fields.to(0));
            problem(
                    text ? ProblemKind.UNKNOWN_ID : ProblemKind.WRONG_ENCODING,
                    PredictionFormat.ID,
                    0,
                    text ? "an id of test.csv" : "UTF-8");
            return;
        }
        if (!joining.see(row)) {
            problem(ProblemKind.DUPLICATE_ID, PredictionFormat.ID, 0, "each id once");
            return;
        }
        for (int field = 1; field < count; field++) {
            take(row, field);
        }
    }

    /** Takes one prediction of a row. */
    private void take(int row, int field) {
        if (column.trims()) {
            fields.trim(field);
        }
        int place = header.columnOfField()[field - 1];
        ProblemKind wrong = column.take(row, place, fields.source(field), fields.from(field), fields.to(field));
        if (wrong != null) {
            String expected = wrong == ProblemKind.WRONG_ENCODING
                    ? "UTF-8"
                    : format.values().inWords();
            problem(wrong, format.columns().get(place), field, expected);
        }
    }

    private void problem(ProblemKind kind, @Nullable String name, int field, String expected) {
        problems.add(kind, line, name, fields.source(field), fields.from(field), fields.to(field), expected);
    }

    /** The row of the line's id, exactly as it is there or else without the blanks around it; -1 if there is none. */
    private int row() {
        int row = ids.rowOf(fields.source(0), fields.from(0), fields.to(0));
        if (row < 0) {
            fields.trim(0);
            row = ids.rowOf(fields.source(0), fields.from(0), fields.to(0));
        }
        return row;
    }

    private void reportMissing() {
        int missing = joining.missing();
        if (missing > 0) {
            String which = missing == 1 ? "1 is missing, " : missing + " are missing, the first is ";
            String first = ids.text(joining.firstMissing());
            problems.add(ProblemKind.MISSING_ID, missing, "a row for every id of test.csv; " + which + first);
        }
    }

    /** A last line without an end, after which rows are missing, is where the file was cut. */
    private void reportCut(int from, int to) {
        if (to > from && line > 1 && joining.missing() > 0) {
            String expected = "an end of the last line; the file seems to be cut off here";
            problems.add(ProblemKind.TRUNCATED_FILE, line, null, window.bytes(), from, to, expected);
        }
    }

    private boolean startsWith(byte[] prefix) {
        return window.end() >= prefix.length
                && Arrays.equals(window.bytes(), 0, prefix.length, prefix, 0, prefix.length);
    }

    private boolean tooLarge() {
        return stop(ProblemKind.TOO_LARGE, "at most " + format.maxBytes() + " bytes, unpacked");
    }

    /** The file is beyond use: nothing more is read. */
    private boolean stop(ProblemKind kind, String expected) {
        problems.add(kind, 1, expected);
        return false;
    }
}
