package podium.scoring.prediction;

import podium.scoring.bytes.Words;
import podium.scoring.holdout.NumberIds;
import podium.scoring.holdout.RowIds;
import podium.scoring.holdout.TextIds;

/**
 * Finds the rows of bare ids. Arrays have {@link Words#SLACK} bytes behind the line, and a line feed at its end.
 *
 * <p>Hot, see {@link PlainRows}.
 */
sealed interface IdScan {
    /** What the methods answer if an id is not what they know. */
    int UNKNOWN = -1;

    /** The place of the comma behind the id that begins at a place, if it is the id of that row; no look-up is needed. */
    int expected(byte[] bytes, int from, int row);

    /** The place of the comma behind whatever plain id begins at a place. */
    int comma(byte[] bytes, int from);

    /** The row of the plain id up to that comma. */
    int rowOf(byte[] bytes, int from, int comma);

    /** The scan for ids of that kind. */
    static IdScan of(RowIds ids) {
        return switch (ids) {
            case NumberIds numbers -> new Numbers(numbers);
            case TextIds text -> new Text(text);
        };
    }

    /** Up to eight digits, read as one word. */
    record Numbers(NumberIds ids) implements IdScan {
        @Override
        public int expected(byte[] bytes, int from, int row) {
            if (row >= ids.rows()) {
                return UNKNOWN;
            }
            int id = ids.id(row);
            // The processor goes on with the number of digits that it ought to be and need not wait for the real one.
            int digits = digits(id);
            long word = Words.at(bytes, from);
            boolean same = Words.before(Words.nonDigits(word)) == digits && Words.decimal(word, digits) == id;
            return same && bytes[from + digits] == ',' ? from + digits : UNKNOWN;
        }

        @Override
        public int comma(byte[] bytes, int from) {
            long word = Words.at(bytes, from);
            int digits = Words.before(Words.nonDigits(word));
            int comma = from + digits;
            return digits == 0 || (byte) word == '0' || bytes[comma] != ',' ? UNKNOWN : comma;
        }

        @Override
        public int rowOf(byte[] bytes, int from, int comma) {
            return ids.rowOf((int) Words.decimal(Words.at(bytes, from), comma - from));
        }

        /** How many digits a number of up to eight has. */
        private static int digits(int number) {
            if (number < 10_000) {
                return number < 100 ? number < 10 ? 1 : 2 : number < 1000 ? 3 : 4;
            }
            return number < 1_000_000 ? number < 100_000 ? 5 : 6 : number < 10_000_000 ? 7 : 8;
        }
    }

    /** Compared with the id that is expected, and looked up where it is another one. */
    record Text(TextIds ids) implements IdScan {
        @Override
        public int expected(byte[] bytes, int from, int row) {
            if (row >= ids.rows() || !ids.isAt(row, bytes, from)) {
                return UNKNOWN;
            }
            int comma = from + ids.length(row);
            return bytes[comma] == ',' ? comma : UNKNOWN;
        }

        @Override
        public int comma(byte[] bytes, int from) {
            int comma = from;
            while (bytes[comma] != ',' && bytes[comma] != '\n') {
                comma++;
            }
            return bytes[comma] == '\n' || bytes[from] == '"' ? UNKNOWN : comma;
        }

        @Override
        public int rowOf(byte[] bytes, int from, int comma) {
            return ids.rowOf(bytes, from, comma);
        }
    }
}
