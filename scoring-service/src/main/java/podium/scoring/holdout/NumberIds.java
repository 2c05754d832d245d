package podium.scoring.holdout;

import java.util.Arrays;
import podium.scoring.bytes.Words;

/** Ids that are positive numbers of at most eight digits, dense enough for a table: the way back is one look-up. */
public final class NumberIds implements RowIds {
    static final int LARGEST = 99_999_999;

    private final int[] ids;
    private final int[] rowOfId;

    /**
     * @param ids the ids; the array is kept
     * @param largest the largest of them
     */
    NumberIds(int[] ids, int largest) {
        this.ids = ids;
        this.rowOfId = new int[largest + 1];
        Arrays.fill(rowOfId, -1);
        for (int row = 0; row < ids.length; row++) {
            if (rowOfId[ids[row]] >= 0) {
                throw new IllegalArgumentException("There twice: " + ids[row]);
            }
            rowOfId[ids[row]] = row;
        }
    }

    @Override
    public int rows() {
        return ids.length;
    }

    /** The id of a row. */
    public int id(int row) {
        return ids[row];
    }

    @Override
    public String text(int row) {
        return Integer.toString(ids[row]);
    }

    /** The row with an id, -1 if there is none. */
    public int rowOf(int id) {
        return id < 0 || id >= rowOfId.length ? -1 : rowOfId[id];
    }

    @Override
    public int rowOf(byte[] bytes, int from, int to) {
        int digits = to - from;
        if (digits < 1 || digits > 8 || bytes[from] == '0') {
            return -1;
        }
        long word = Words.upTo(bytes, from, digits);
        return Words.before(Words.nonDigits(word)) == digits ? rowOf((int) Words.decimal(word, digits)) : -1;
    }
}
