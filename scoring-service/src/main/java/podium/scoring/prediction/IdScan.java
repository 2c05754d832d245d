package podium.scoring.prediction;

import podium.scoring.bytes.Words;
import podium.scoring.holdout.NumberIds;
import podium.scoring.holdout.RowIds;
import podium.scoring.holdout.TextIds;

/** Finds the rows of bare ids. One for each reading. */
sealed interface IdScan {
    /** What {@link #find} answers for an id that it does not know. */
    int UNKNOWN = -1;

    /**
     * Finds the row of the id that begins at a place.
     *
     * @param bytes with {@link Words#SLACK} bytes behind the line
     * @param next the row that is expected, which costs no look-up; may be one too many
     * @return the place of the comma behind the id, or {@link #UNKNOWN}
     */
    int find(byte[] bytes, int from, int next);

    /** The row that was found last. */
    int row();

    /** The scan for ids of that kind. */
    static IdScan of(RowIds ids) {
        return switch (ids) {
            case NumberIds numbers -> new Numbers(numbers);
            case TextIds text -> new Text(text);
        };
    }

    /** Up to eight digits, read as one word. */
    final class Numbers implements IdScan {
        private final NumberIds ids;
        private int row;

        Numbers(NumberIds ids) {
            this.ids = ids;
        }

        @Override
        public int find(byte[] bytes, int from, int next) {
            long word = Words.at(bytes, from);
            int digits = Words.before(Words.nonDigits(word));
            int comma = from + digits;
            if (digits == 0 || bytes[comma] != ',' || (byte) word == '0') {
                return UNKNOWN;
            }
            int id = (int) Words.decimal(word, digits);
            int found = next < ids.rows() && ids.id(next) == id ? next : ids.rowOf(id);
            row = found;
            return found < 0 ? UNKNOWN : comma;
        }

        @Override
        public int row() {
            return row;
        }
    }

    /** Compared with the id that is expected, and looked up where it is another one. */
    final class Text implements IdScan {
        private final TextIds ids;
        private int row;

        Text(TextIds ids) {
            this.ids = ids;
        }

        @Override
        public int find(byte[] bytes, int from, int next) {
            if (next < ids.rows() && ids.isAt(next, bytes, from)) {
                int comma = from + ids.length(next);
                if (bytes[comma] == ',') {
                    row = next;
                    return comma;
                }
            }
            int comma = from;
            while (bytes[comma] != ',' && bytes[comma] != '\n') {
                comma++;
            }
            if (bytes[comma] == '\n' || bytes[from] == '"') {
                return UNKNOWN;
            }
            row = ids.rowOf(bytes, from, comma);
            return row < 0 ? UNKNOWN : comma;
        }

        @Override
        public int row() {
            return row;
        }
    }
}
