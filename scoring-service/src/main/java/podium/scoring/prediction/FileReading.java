package podium.scoring.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import podium.scoring.holdout.Solution;

/**
 * The reading of one file.
 *
 * <p>Two ways through a line: {@link #plainRows} takes runs of rows that look as nearly all of them do, bare digits and a
 * bare decimal in the order of the sample submission, without a call or an allocation; whatever it does not like at first
 * sight goes through {@link #line}, which knows quotes, blanks, exponents and every problem.
 */
final class FileReading {
    private static final String ID = "id";
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final PredictionFormat format;
    private final Solution solution;
    private final Window window;
    private final Column column;
    private final long[] seen;
    private final Fields fields = new Fields();
    private final Problems problems = new Problems();
    private int rowsSeen;
    /** The row that comes next if the file is in the order of the sample submission. */
    private int nextRow;
    /** The line at hand. */
    private long line = 1;

    FileReading(PredictionFormat format, Solution solution, InputStream in) {
        this.format = format;
        this.solution = solution;
        this.window = new Window(in, format.maxBytes());
        this.column = Column.of(format.values(), solution.rows());
        this.seen = new long[(solution.rows() + 63) / 64];
    }

    PredictionReading read() throws IOException {
        if (readLines()) {
            reportMissing();
        }
        return problems.none() ? new PredictionReading.Complete(column.values()) : problems.malformed();
    }

    /** Whether the file was read to its end. */
    private boolean readLines() throws IOException {
        byte[] bytes = window.bytes();
        window.slide(0);
        int pos = startsWith(BOM) ? BOM.length : 0;
        if (isUtf16()) {
            return stop(ProblemKind.WRONG_ENCODING, "UTF-8");
        }
        boolean headerRead = false;
        while (true) {
            if (headerRead && column instanceof NumberColumn numbers) {
                pos = plainRows(numbers, pos);
            }
            int end = pos;
            while (bytes[end] != '\n') {
                end++;
            }
            if (end == window.end() && !window.last()) {
                if (window.isFullFrom(pos)) {
                    return stop(ProblemKind.LINE_TOO_LONG, "lines of at most " + Window.CAPACITY + " bytes");
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
                if (!header(pos, to)) {
                    return false;
                }
                headerRead = true;
            } else if (to > pos) {
                line(pos, to);
            }
            if (end == window.end()) {
                return headerRead || stop(ProblemKind.EMPTY_FILE, "the header " + format.header() + " and its rows");
            }
            pos = end + 1;
            line++;
        }
    }

    /**
     * Takes rows of the plainest shape from {@code pos} on.
     *
     * <p>Hot, therefore one long method over local variables. The decimal is exact: digits that make an integer below 2^53,
     * divided by a power of ten of at most 10^22, round once and so to the nearest double (Clinger 1990).
     *
     * @return where the first line starts that it leaves to {@link #line}: of another shape, with a problem, or not whole
     */
    private int plainRows(NumberColumn numbers, int from) {
        byte[] b = window.bytes();
        int end = window.end();
        double[] values = numbers.array();
        double min = numbers.bounds().min();
        double max = numbers.bounds().max();
        int rows = values.length;
        int next = nextRow;
        int taken = 0;
        int pos = from;
        while (pos < end) {
            int p = pos;
            int id = 0;
            int digit;
            while ((digit = b[p] - '0') >= 0 && digit <= 9) {
                id = id * 10 + digit;
                p++;
            }
            // Nine digits cannot overflow; a leading zero is not how ids are written.
            if (p == pos || p > pos + 9 || b[pos] == '0' || b[p] != ',') {
                break;
            }
            int row = next < rows && solution.id(next) == id ? next : solution.rowOf(id);
            if (row < 0 || (seen[row >> 6] & 1L << row) != 0) {
                break;
            }
            int number = ++p;
            boolean negative = b[p] == '-';
            if (negative) {
                p++;
            }
            int first = p;
            long digits = 0;
            while ((digit = b[p] - '0') >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                p++;
            }
            int count = p - first;
            int scale = 0;
            if (b[p] == '.') {
                int fraction = ++p;
                while ((digit = b[p] - '0') >= 0 && digit <= 9) {
                    digits = digits * 10 + digit;
                    p++;
                }
                scale = p - fraction;
                count += scale;
            }
            int after = b[p] == '\r' ? p + 2 : p + 1;
            if (count == 0 || after > end || b[after - 1] != '\n') {
                break;
            }
            double value;
            if (count <= Decimals.LONG_DIGITS && digits <= Decimals.EXACT) {
                value = digits / Decimals.POWERS[scale];
                value = negative ? -value : value;
            } else {
                value = Decimals.slowly(b, number, p);
            }
            if (!(value >= min && value <= max)) {
                break;
            }
            values[row] = value;
            seen[row >> 6] |= 1L << row;
            next = row + 1;
            taken++;
            pos = after;
        }
        nextRow = next;
        rowsSeen += taken;
        line += taken;
        return pos;
    }

    private boolean header(int from, int to) {
        byte[] bytes = window.bytes();
        boolean zero = false;
        for (int i = from; i < to; i++) {
            zero |= bytes[i] == 0;
        }
        if (zero || !NameColumn.isUtf8(bytes, from, to)) {
            return stop(ProblemKind.WRONG_ENCODING, "UTF-8");
        }
        if (fields.split(bytes, from, to) != 2 || !fieldIs(0, ID) || !fieldIs(1, format.target())) {
            problems.add(ProblemKind.WRONG_HEADER, line, null, bytes, from, to, "the header " + format.header());
            return false;
        }
        return true;
    }

    private boolean fieldIs(int field, String text) {
        byte[] expected = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(expected, 0, expected.length, fields.source(field), fields.from(field), fields.to(field));
    }

    /** Takes one line of whatever shape. */
    private void line(int from, int to) {
        byte[] bytes = window.bytes();
        int count = fields.split(bytes, from, to);
        if (count == Fields.BAD_QUOTING) {
            problems.add(ProblemKind.BAD_QUOTING, line, null, bytes, from, to, "quoted fields that end on their line");
            return;
        }
        fields.trim(0);
        int row = rowOf(fields.source(0), fields.from(0), fields.to(0));
        if (count != 2) {
            String expected = "2 fields, " + format.header() + "; a decimal point, not a comma";
            problems.add(ProblemKind.WRONG_FIELD_COUNT, line, null, bytes, from, to, expected);
            if (row >= 0) {
                see(row);
            }
            return;
        }
        if (row < 0) {
            problem(ProblemKind.UNKNOWN_ID, ID, 0, "an id of test.csv");
            return;
        }
        if (!see(row)) {
            problem(ProblemKind.DUPLICATE_ID, ID, 0, "each id once");
            return;
        }
        nextRow = row + 1;
        if (column.trims()) {
            fields.trim(1);
        }
        ProblemKind wrong = column.take(row, fields.source(1), fields.from(1), fields.to(1));
        if (wrong != null) {
            problem(wrong, format.target(), 1, expected(wrong));
        }
    }

    private String expected(ProblemKind kind) {
        return kind == ProblemKind.WRONG_ENCODING ? "UTF-8" : format.values().inWords();
    }

    private void problem(ProblemKind kind, @Nullable String name, int field, String expected) {
        problems.add(kind, line, name, fields.source(field), fields.from(field), fields.to(field), expected);
    }

    /** The row of an id as test.csv writes it: digits without a leading zero. -1 if there is none. */
    private int rowOf(byte[] source, int from, int to) {
        if (from == to || to - from > Decimals.LONG_DIGITS || source[from] == '0') {
            return -1;
        }
        long id = 0;
        for (int p = from; p < to; p++) {
            int digit = source[p] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            id = id * 10 + digit;
        }
        return solution.rowOf(id);
    }

    /** Notes that a row has its line; false if it had one before. */
    private boolean see(int row) {
        long bit = 1L << row;
        if ((seen[row >> 6] & bit) != 0) {
            return false;
        }
        seen[row >> 6] |= bit;
        rowsSeen++;
        return true;
    }

    private void reportMissing() {
        int missing = solution.rows() - rowsSeen;
        if (missing > 0) {
            int row = 0;
            while ((seen[row >> 6] & 1L << row) != 0) {
                row++;
            }
            String which = missing == 1 ? "1 is missing, " : missing + " are missing, the first is ";
            String expected = "a row for every id of test.csv; " + which + solution.id(row);
            problems.add(ProblemKind.MISSING_ID, missing, expected);
        }
    }

    private boolean startsWith(byte[] prefix) {
        return window.end() >= prefix.length
                && Arrays.equals(window.bytes(), 0, prefix.length, prefix, 0, prefix.length);
    }

    private boolean isUtf16() {
        byte[] utf16 = {(byte) 0xFF, (byte) 0xFE};
        byte[] bigEndian = {(byte) 0xFE, (byte) 0xFF};
        return startsWith(utf16) || startsWith(bigEndian);
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
