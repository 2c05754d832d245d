package podium.scoring.holdout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import podium.scoring.key.KeyedOrder;
import podium.scoring.statistics.Blocks;

/**
 * Chooses rows by a secret key, never by position: which rows are hidden, which of the hidden ones are public, and which
 * block of its part each of them is in. The same key chooses the same rows.
 */
public final class HoldoutSplit {
    private final byte[] key;

    /** @param key the contest's split key, 256 bits */
    public HoldoutSplit(byte[] key) {
        this.key = key.clone();
    }

    /**
     * The rows to hide.
     *
     * @param rows how many rows there are
     * @param share the share to hide; the number of rows is rounded half up
     */
    public BitSet hidden(int rows, BigDecimal share) {
        return chosen("holdout", rows, IntUnaryOperator.identity(), share);
    }

    /**
     * The rows to hide where rows come in groups: a group is hidden whole or not at all. Groups are hidden in the keyed order
     * until at least the share of rows is.
     *
     * @param groups how many groups
     * @param groupOf the group of each row, from 0
     * @param share the share of rows to hide
     */
    public BitSet hiddenGroups(int rows, int groups, IntUnaryOperator groupOf, BigDecimal share) {
        int[] sizes = new int[groups];
        for (int row = 0; row < rows; row++) {
            sizes[groupOf.applyAsInt(row)]++;
        }
        int[] order = new KeyedOrder(key, "holdout-group").order(groups, IntUnaryOperator.identity());
        int wanted = count(rows, share);
        BitSet hiddenGroups = new BitSet(groups);
        for (int i = 0, hidden = 0; i < groups && hidden < wanted; i++) {
            hiddenGroups.set(order[i]);
            hidden += sizes[order[i]];
        }
        BitSet hidden = new BitSet(rows);
        for (int row = 0; row < rows; row++) {
            hidden.set(row, hiddenGroups.get(groupOf.applyAsInt(row)));
        }
        return hidden;
    }

    /**
     * The latest rows: all from the first instant on for which at most the share of rows is that late. Rows of one instant stay
     * together, so every training row is earlier than every hidden one.
     *
     * @param times the time of each row, in any unit
     * @param share the share of rows to hide at most; at least the latest instant is hidden
     */
    public static BitSet hiddenLatest(long[] times, BigDecimal share) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        int first = Math.clamp(times.length - count(times.length, share), 0, Math.max(0, times.length - 1));
        long cut = sorted.length == 0 ? Long.MAX_VALUE : sorted[first];
        boolean split = first > 0 && sorted[first - 1] == cut;
        BitSet hidden = new BitSet(times.length);
        for (int row = 0; row < times.length; row++) {
            // An instant that the share would cut in two is hidden only where nothing is later.
            boolean later = split && cut < sorted[sorted.length - 1];
            hidden.set(row, later ? times[row] > cut : times[row] >= cut);
        }
        return hidden;
    }

    /**
     * Which of the hidden rows are public.
     *
     * @param rows how many hidden rows
     * @param rowId the published id of each
     * @param share the share that is public; the number of rows is rounded half up
     * @return indexes of hidden rows
     */
    public BitSet publicRows(int rows, IntUnaryOperator rowId, BigDecimal share) {
        return chosen("public", rows, rowId, share);
    }

    /**
     * Which block each of the hidden rows is in. A part has {@link Blocks#count} blocks, from 0, whose sizes differ by at
     * most one row; which rows come together is as good as random.
     *
     * @param rows how many hidden rows
     * @param rowId the published id of each
     * @param publicRows which of them are public
     */
    public byte[] blocks(int rows, IntUnaryOperator rowId, BitSet publicRows) {
        int publicBlocks = Blocks.count(publicRows.cardinality());
        int privateBlocks = Blocks.count(rows - publicRows.cardinality());
        int nextPublic = 0;
        int nextPrivate = 0;
        byte[] blocks = new byte[rows];
        for (int row : new KeyedOrder(key, "block").order(rows, rowId)) {
            int block = publicRows.get(row) ? nextPublic++ % publicBlocks : nextPrivate++ % privateBlocks;
            blocks[row] = (byte) block;
        }
        return blocks;
    }

    private BitSet chosen(String domain, int rows, IntUnaryOperator id, BigDecimal share) {
        int[] ranks = new KeyedOrder(key, domain).ranks(rows, id);
        int count = count(rows, share);
        BitSet chosen = new BitSet(rows);
        for (int row = 0; row < rows; row++) {
            chosen.set(row, ranks[row] < count);
        }
        return chosen;
    }

    private static int count(int rows, BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(rows))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
