package podium.scoring.raw;

import java.util.BitSet;

/**
 * Which cells of the first rows are in quotes, if a character quotes. It is strict: a cell that begins with the character
 * also ends with it, rows have equally many cells, and no cell begins with a double quote.
 *
 * @param consistent whether all of that holds, for two rows under the header at least
 * @param cells how many cells a row has
 * @param some whether any cell under the header is in quotes
 * @param wholeColumn whether there is a column with at least two cells under the header in quotes, and none that has text
 *     without them
 */
record QuotedCells(boolean consistent, int cells, boolean some, boolean wholeColumn) {
    private static final QuotedCells NONE = new QuotedCells(false, 0, false, false);

    /** Reads the first rows of a text. */
    static QuotedCells read(String sample, char separator, char quote, int mostRows) {
        return new Scan(sample, separator, quote).run(mostRows);
    }

    /** Goes through a text once. */
    private static final class Scan {
        private final String text;
        private final char separator;
        private final char quote;
        private final BitSet plain = new BitSet();
        private final int[] quoted;
        private int at;

        Scan(String text, char separator, char quote) {
            this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
            this.separator = separator;
            this.quote = quote;
            this.quoted = new int[1 + this.text.length()];
        }

        QuotedCells run(int mostRows) {
            int rows = 0;
            int cells = 0;
            while (at < text.length() && rows < mostRows) {
                if (atLineEnd()) {
                    at++; // an empty line is no row
                    continue;
                }
                int inRow = row(rows > 0);
                if (inRow == 0 || (rows > 0 && inRow != cells)) {
                    return NONE;
                }
                cells = inRow;
                rows++;
            }
            boolean some = false;
            boolean whole = false;
            for (int i = 0; i < cells && i < quoted.length; i++) {
                some |= quoted[i] > 0;
                whole |= quoted[i] > 1 && !plain.get(i);
            }
            return rows > 2 ? new QuotedCells(true, cells, some, whole) : NONE;
        }

        /** How many cells the next row has; 0 if it is not as it should be. */
        private int row(boolean counted) {
            int cell = 0;
            while (true) {
                boolean inQuotes = at < text.length() && text.charAt(at) == quote;
                int start = at;
                boolean otherQuotes = at < text.length() && text.charAt(at) == '"';
                if (otherQuotes || (inQuotes && !skipQuoted())) {
                    return 0;
                }
                if (!inQuotes) {
                    skipPlain();
                }
                if (counted && inQuotes) {
                    quoted[cell]++;
                } else if (counted && at > start) {
                    plain.set(cell);
                }
                cell++;
                if (at >= text.length() || text.charAt(at) != separator) {
                    return cell;
                }
                at++;
            }
        }

        /** Behind the quote that closes; false if there is none, or if the cell goes on there. */
        private boolean skipQuoted() {
            at++;
            while (at < text.length()) {
                if (text.charAt(at++) == quote) {
                    if (at < text.length() && text.charAt(at) == quote) {
                        at++; // stands for one quote
                    } else {
                        return at >= text.length() || text.charAt(at) == separator || atLineEnd();
                    }
                }
            }
            return false;
        }

        private void skipPlain() {
            while (at < text.length() && text.charAt(at) != separator && !atLineEnd()) {
                at++;
            }
        }

        private boolean atLineEnd() {
            return text.charAt(at) == '\n' || text.charAt(at) == '\r';
        }
    }
}
