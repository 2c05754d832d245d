package podium.scoring.prediction;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import podium.scoring.bytes.Utf8;
import podium.scoring.metric.Values;

/** Predictions that are ranked lists of items. */
final class ListColumn implements Column {
    private final LabelIndex index;
    private final int atMost;
    /** The items of row r begin at {@code r * atMost}, until {@link #values} moves them together. */
    private final int[] items;
    /** How many items row r has is at {@code r + 1}. */
    private final int[] counts;

    ListColumn(PredictionFormat.Lists expected, int rows) {
        this.index = expected.index();
        this.atMost = expected.atMost();
        this.items = new int[Math.multiplyExact(rows, atMost)];
        this.counts = new int[rows + 1];
    }

    @Override
    public @Nullable ProblemKind take(int row, int column, byte[] source, int from, int to) {
        int count = 0;
        int p = from;
        while (true) {
            while (p < to && Fields.isBlank(source[p])) {
                p++;
            }
            if (p == to) {
                counts[row + 1] = count;
                return null;
            }
            int item = p;
            while (p < to && !Fields.isBlank(source[p])) {
                p++;
            }
            if (count == atMost) {
                return ProblemKind.TOO_MANY_ITEMS;
            }
            int code = index.codeOf(source, item, p);
            if (code < 0 && !Utf8.isValid(source, item, p)) {
                return ProblemKind.WRONG_ENCODING;
            }
            items[row * atMost + count] = code;
            count++;
        }
    }

    /** Blanks are between items anyway. */
    @Override
    public boolean trims() {
        return false;
    }

    @Override
    public Values values() {
        int[] starts = counts;
        int end = 0;
        for (int row = 0; row < starts.length - 1; row++) {
            int count = starts[row + 1];
            // To the left, or where it is: nothing is overwritten that is still to be moved.
            System.arraycopy(items, row * atMost, items, end, count);
            end += count;
            starts[row + 1] = end;
        }
        return new Values.Lists(starts, end < items.length ? Arrays.copyOf(items, end) : items);
    }
}
