package podium.scoring.metric.kernel;

import podium.scoring.metric.Cells;
import podium.scoring.metric.order.Tally;

/**
 * Counts the pairs of rows that truth and predictions order alike and unlike, of a part as a whole and without each block.
 *
 * <p>Rows come in ascending order of the predictions and are tallied by their place among the labels, once in the whole part
 * and once in their block. A row's partners that are predicted lower are then counted from the tally, and those predicted
 * higher are all others; so every row has its balance, and the pairs that go with a block are the sum of its rows' balances
 * less the pairs that are counted there twice. Whole numbers throughout. Held: 16 bytes a row, prepared of the truth.
 */
public final class Concordance {
    private final TargetOrder target;
    private final Ties inPart;
    private final Ties inBlock;

    /** For each slot, how many rows of the same part, or block, have a smaller label, and how many one not larger. */
    @SuppressWarnings("ArrayRecordComponent") // read in hot loops
    private record Ties(int[] below, int[] notAbove) {}

    /**
     * Pairs without each block and, last, as a whole.
     *
     * @param difference those ordered alike less those ordered unlike
     * @param apartInTruth those that differ in their labels
     * @param apartInPredictions those that differ in their predictions
     */
    @SuppressWarnings("ArrayRecordComponent") // counted in hot loops
    public record Pairs(long[] difference, long[] apartInTruth, long[] apartInPredictions) {}

    public Concordance(TargetOrder target) {
        this.target = target;
        int rows = target.start(target.cells().parts());
        this.inPart = new Ties(new int[rows], new int[rows]);
        this.inBlock = new Ties(new int[rows], new int[rows]);
        for (int part = 0; part < target.cells().parts(); part++) {
            int from = target.start(part);
            int to = target.start(part + 1);
            int[] seen = new int[Cells.BLOCKS];
            for (int start = from; start < to; ) {
                int end = target.endOfTies(start, to);
                for (int slot = start; slot < end; slot++) {
                    inPart.below[slot] = start - from;
                    inPart.notAbove[slot] = end - from;
                    inBlock.below[slot] = seen[target.block(slot)];
                }
                for (int slot = start; slot < end; slot++) {
                    seen[target.block(slot)]++;
                }
                for (int slot = start; slot < end; slot++) {
                    inBlock.notAbove[slot] = seen[target.block(slot)];
                }
                start = end;
            }
        }
    }

    /** Counts the pairs of a part, whose predictions are ascending. */
    public Pairs of(double[] keys, int[] slots, int from, int to) {
        int[] sizes = new int[Cells.BLOCKS];
        for (int slot = from; slot < to; slot++) {
            sizes[target.block(slot)]++;
        }
        Tally part = new Tally(new int[to - from], 0, to - from);
        Tally[] blocks = tallies(sizes, to - from);
        long[] balances = new long[Cells.BLOCKS];
        long[] balancesInBlock = new long[Cells.BLOCKS];
        TiedPairs tied = new TiedPairs();
        for (int start = from; start < to; ) {
            int end = endOfTies(keys, start, to);
            for (int i = start; i < end; i++) {
                int slot = slots[i];
                int block = target.block(slot);
                balances[block] += lower(part, inPart, slot);
                balancesInBlock[block] += lower(blocks[block], inBlock, slot);
            }
            for (int i = start; i < end; i++) {
                int slot = slots[i];
                int block = target.block(slot);
                part.add(inPart.below[slot]);
                blocks[block].add(inBlock.below[slot]);
                tied.add(block);
            }
            for (int i = start; i < end; i++) {
                int slot = slots[i];
                int block = target.block(slot);
                balances[block] += higher(part, inPart, slot, to - from);
                balancesInBlock[block] += higher(blocks[block], inBlock, slot, sizes[block]);
            }
            tied.end();
            start = end;
        }
        return pairs(balances, balancesInBlock, apart(tied, sizes), apartInTruth(from, to, sizes));
    }

    /** Partners predicted lower: those with smaller labels less those with larger ones. */
    private static long lower(Tally tally, Ties ties, int slot) {
        return (long) tally.below(ties.below[slot]) - (tally.count() - tally.below(ties.notAbove[slot]));
    }

    /** Partners predicted higher, which are those of all that are not tallied yet: with larger labels less with smaller. */
    private static long higher(Tally tally, Ties ties, int slot, int rows) {
        int larger = rows - ties.notAbove[slot] - (tally.count() - tally.below(ties.notAbove[slot]));
        int smaller = ties.below[slot] - tally.below(ties.below[slot]);
        return (long) larger - smaller;
    }

    private static Tally[] tallies(int[] sizes, int rows) {
        int[] tree = new int[rows];
        Tally[] tallies = new Tally[sizes.length];
        int start = 0;
        for (int block = 0; block < sizes.length; block++) {
            tallies[block] = new Tally(tree, start, sizes[block]);
            start += sizes[block];
        }
        return tallies;
    }

    private static int endOfTies(double[] keys, int start, int to) {
        int end = start + 1;
        while (end < to && keys[end] == keys[start]) {
            end++;
        }
        return end;
    }

    private long[] apartInTruth(int from, int to, int[] sizes) {
        TiedPairs tied = new TiedPairs();
        for (int start = from; start < to; ) {
            int end = target.endOfTies(start, to);
            for (int slot = start; slot < end; slot++) {
                tied.add(target.block(slot));
            }
            tied.end();
            start = end;
        }
        return apart(tied, sizes);
    }

    private static long[] apart(TiedPairs tied, int[] sizes) {
        long rows = 0;
        for (int size : sizes) {
            rows += size;
        }
        long[] apart = new long[Cells.BLOCKS + 1];
        for (int without = 0; without <= Cells.BLOCKS; without++) {
            long left = without == Cells.BLOCKS ? rows : rows - sizes[without];
            apart[without] = left * (left - 1) / 2 - tied.without(without);
        }
        return apart;
    }

    private static Pairs pairs(long[] balances, long[] balancesInBlock, long[] inPredictions, long[] inTruth) {
        long whole = 0;
        for (long balance : balances) {
            whole += balance;
        }
        long[] difference = new long[Cells.BLOCKS + 1];
        for (int block = 0; block < Cells.BLOCKS; block++) {
            difference[block] = whole / 2 - balances[block] + balancesInBlock[block] / 2;
        }
        difference[Cells.BLOCKS] = whole / 2;
        return new Pairs(difference, inTruth, inPredictions);
    }

    /** Pairs of rows that have the same value, as a whole and with at least one row in each block. */
    private static final class TiedPairs {
        private final int[] here = new int[Cells.BLOCKS];
        private final long[] withBlock = new long[Cells.BLOCKS];
        private long blocksHere;
        private long rowsHere;
        private long pairs;

        void add(int block) {
            here[block]++;
            blocksHere |= 1L << block;
            rowsHere++;
        }

        void end() {
            pairs += rowsHere * (rowsHere - 1) / 2;
            for (long bits = blocksHere; bits != 0; bits &= bits - 1) {
                int block = Long.numberOfTrailingZeros(bits);
                long left = rowsHere - here[block];
                withBlock[block] += rowsHere * (rowsHere - 1) / 2 - left * (left - 1) / 2;
                here[block] = 0;
            }
            blocksHere = 0;
            rowsHere = 0;
        }

        long without(int block) {
            return block == Cells.BLOCKS ? pairs : pairs - withBlock[block];
        }
    }
}
