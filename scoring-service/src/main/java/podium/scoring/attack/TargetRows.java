package podium.scoring.attack;

import java.util.Arrays;
import java.util.BitSet;
import podium.scoring.ratings.Ratings;

/** The raw rows of the people under attack, and how often each item was rated by anybody. */
final class TargetRows {
    private final int[] target;
    private final int[][] rows;
    private final int[] support;

    /** One pass over all raw rows. */
    TargetRows(Ratings raw, int[] targets) {
        target = targets;
        support = new int[raw.items()];
        int[] sorted = targets.clone();
        Arrays.sort(sorted);
        BitSet wanted = new BitSet(raw.users());
        for (int person : sorted) {
            wanted.set(person);
        }
        int[][] found = new int[sorted.length][8];
        int[] count = new int[sorted.length];
        for (int row = 0; row < raw.rows(); row++) {
            support[raw.item(row)]++;
            if (wanted.get(raw.user(row))) {
                int t = Arrays.binarySearch(sorted, raw.user(row));
                if (count[t] == found[t].length) {
                    found[t] = Arrays.copyOf(found[t], 2 * count[t]);
                }
                found[t][count[t]++] = row;
            }
        }
        rows = new int[targets.length][];
        for (int t = 0; t < targets.length; t++) {
            int at = Arrays.binarySearch(sorted, targets[t]);
            rows[t] = Arrays.copyOf(found[at], count[at]);
        }
    }

    int targets() {
        return target.length;
    }

    int person(int t) {
        return target[t];
    }

    /** The rows of a target, in the order of the data. */
    int[] rows(int t) {
        return rows[t].clone();
    }

    /** How many raw rows an item has. */
    int support(int item) {
        return support[item];
    }
}
