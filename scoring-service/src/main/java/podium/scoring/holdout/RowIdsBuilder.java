package podium.scoring.holdout;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import podium.scoring.bytes.TextIndex;

/**
 * Collects the ids of rows. They are numbers as long as all of them are positive, written without leading zeros and dense
 * enough for a table; from the first other one on all of them are text, which finds the same rows.
 */
final class RowIdsBuilder {
    private static final int LONGEST = Integer.toString(NumberIds.LARGEST).length();
    /** A table of 32 bytes a row is what the look-up may cost. */
    private static final int LEAST_DENSITY = 8;
    /** Tables up to here are no matter. */
    private static final int SMALL = 1 << 16;

    private int[] numbers = new int[1024];
    private int rows;
    private int largest;
    private TextIndex.@Nullable Builder text;

    /**
     * Adds the id of the next row.
     *
     * @throws IllegalArgumentException it is empty, or has a line feed, so that no file could name it
     */
    void add(String id) {
        if (id.isEmpty() || id.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("Not an id: \"" + id + '"');
        }
        if (text == null && isNumber(id)) {
            addNumber(Integer.parseInt(id));
        } else {
            asText().add(id);
        }
    }

    /**
     * Adds the id of the next row.
     *
     * @throws IllegalArgumentException it is not positive
     */
    void add(int id) {
        if (id < 1) {
            throw new IllegalArgumentException("Not a positive id: " + id);
        }
        if (text == null && id <= NumberIds.LARGEST) {
            addNumber(id);
        } else {
            asText().add(Integer.toString(id));
        }
    }

    /** @throws IllegalArgumentException an id was added twice */
    RowIds build() {
        if (text == null && (largest <= SMALL || largest / LEAST_DENSITY <= rows)) {
            return new NumberIds(Arrays.copyOf(numbers, rows), largest);
        }
        return new TextIds(asText().build());
    }

    private void addNumber(int id) {
        if (rows == numbers.length) {
            numbers = Arrays.copyOf(numbers, rows + rows / 2);
        }
        numbers[rows++] = id;
        largest = Math.max(largest, id);
    }

    private TextIndex.Builder asText() {
        if (text == null) {
            text = new TextIndex.Builder();
            for (int row = 0; row < rows; row++) {
                text.add(Integer.toString(numbers[row]));
            }
        }
        return text;
    }

    private static boolean isNumber(String id) {
        return id.length() <= LONGEST && id.charAt(0) != '0' && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
