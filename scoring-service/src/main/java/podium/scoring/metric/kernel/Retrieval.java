package podium.scoring.metric.kernel;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import podium.scoring.metric.Kernel;
import podium.scoring.metric.Truth;
import podium.scoring.metric.Values;

/**
 * Means over groups of a function of the ranks at which the relevant items were found. A group is a row with a ranked list,
 * or all rows of a group with their scores.
 */
public final class Retrieval {
    private Retrieval() {}

    /** Scores one group. */
    public interface Score {
        /**
         * The score of a group.
         *
         * @param ranks the ranks, from 1, of the relevant items that were found, ascending
         * @param found how many of them were found
         * @param relevant how many there are, at least 1
         */
        double of(int[] ranks, int found, int relevant);
    }

    /** The kernel; a group without relevant items scores 0. */
    public static Kernel kernel(Truth truth, Score score) {
        return truth.labels() instanceof Values.Lists lists ? ofLists(truth, lists, score) : ofScores(truth, score);
    }

    private static Kernel ofLists(Truth truth, Values.Lists labels, Score score) {
        RelevantItems relevant = RelevantItems.of(labels);
        return SumKernel.mean(
                truth,
                predictions -> {
                    Values.Lists lists = Kinds.lists(predictions);
                    int[] ranks = new int[relevant.most()];
                    boolean[] isFound = new boolean[relevant.most()];
                    return (from, to, out) -> {
                        for (int row = from; row < to; row++) {
                            int count = relevant.count(row);
                            int found = relevant.find(row, lists, ranks, isFound);
                            out[row - from] = count == 0 ? 0 : score.of(ranks, found, count);
                        }
                    };
                },
                DoubleUnaryOperator.identity());
    }

    private static Kernel ofScores(Truth truth, Score score) {
        double[] y = Kinds.numbers(truth.labels());
        Groups groups = Groups.of(truth);
        return SumKernel.meanOfGroups(groups, truth.cells().rows(), predictions -> {
            double[] p = Kinds.numbers(predictions);
            ScoredGroup group = new ScoredGroup(groups.largest());
            return (from, to, out) -> {
                for (int i = from; i < to; i++) {
                    group.read(groups, i, y, p);
                    out[i - from] = group.relevant == 0 ? 0 : score.of(group.rank(), group.relevant, group.relevant);
                }
            };
        });
    }

    /**
     * The relevant items of each row, each once, ascending.
     *
     * @param starts where the items of each row start
     * @param ends where they end
     * @param items the items
     */
    @SuppressWarnings("ArrayRecordComponent") // read in hot loops
    private record RelevantItems(int[] starts, int[] ends, int[] items) {

        static RelevantItems of(Values.Lists labels) {
            int[] items = labels.items().clone();
            int[] ends = new int[labels.rows()];
            for (int row = 0; row < labels.rows(); row++) {
                int start = labels.starts()[row];
                Arrays.sort(items, start, labels.starts()[row + 1]);
                int end = start;
                for (int i = start; i < labels.starts()[row + 1]; i++) {
                    if (i == start || items[i] != items[end - 1]) {
                        items[end++] = items[i];
                    }
                }
                ends[row] = end;
            }
            return new RelevantItems(labels.starts(), ends, items);
        }

        int count(int row) {
            return ends[row] - starts[row];
        }

        int most() {
            int most = 0;
            for (int row = 0; row < ends.length; row++) {
                most = Math.max(most, count(row));
            }
            return most;
        }

        /** Writes the ranks at which a row's items are found, each the first time, and returns how many are. */
        int find(int row, Values.Lists lists, int[] ranks, boolean[] isFound) {
            Arrays.fill(isFound, 0, count(row), false);
            int found = 0;
            for (int i = lists.starts()[row]; i < lists.starts()[row + 1]; i++) {
                int at = Arrays.binarySearch(items, starts[row], ends[row], lists.items()[i]);
                if (at >= 0 && !isFound[at - starts[row]]) {
                    isFound[at - starts[row]] = true;
                    ranks[found++] = i - lists.starts()[row] + 1;
                }
            }
            return found;
        }
    }

    /** The scores of the rows of one group, relevant and other ones apart. */
    private static final class ScoredGroup {
        private final double[] ofRelevant;
        private final double[] ofOthers;
        private final int[] ranks;
        private int relevant;
        private int others;

        ScoredGroup(int largest) {
            this.ofRelevant = new double[largest];
            this.ofOthers = new double[largest];
            this.ranks = new int[largest];
        }

        void read(Groups groups, int group, double[] y, double[] p) {
            relevant = 0;
            others = 0;
            for (int i = groups.starts()[group]; i < groups.starts()[group + 1]; i++) {
                int row = groups.rows()[i];
                // + 0.0 turns -0.0 into 0.0, which Arrays.sort would put below it.
                if (y[row] > 0) {
                    ofRelevant[relevant++] = p[row] + 0.0;
                } else {
                    ofOthers[others++] = p[row] + 0.0;
                }
            }
        }

        /** The ranks of the relevant rows; of rows with the same score, these come last. */
        int[] rank() {
            Arrays.sort(ofRelevant, 0, relevant);
            Arrays.sort(ofOthers, 0, others);
            int before = 0;
            for (int i = 0; i < relevant; i++) {
                double score = ofRelevant[relevant - 1 - i];
                while (before < others && ofOthers[others - 1 - before] >= score) {
                    before++;
                }
                ranks[i] = before + i + 1;
            }
            return ranks;
        }
    }
}
