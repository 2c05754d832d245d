package podium.scoring.metric;

/**
 * One entry for each row of the solution, in the order of its rows: what is true, or what was predicted. Nobody writes to
 * the arrays of a truth, which are shared; those of predictions belong to the kernel that they are handed to.
 */
@SuppressWarnings("ArrayRecordComponent") // read in hot loops; millions of boxed values would not do
public sealed interface Values {

    /** How many rows. */
    int rows();

    /** Finite numbers. */
    record Numbers(double[] values) implements Values {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Names, as indices into a list of names that truth and predictions share; -1 is a name that is not in the list. */
    record Codes(int[] values) implements Values {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /**
     * Several finite numbers a row, all of one row together: probabilities of classes, several targets, or a distribution
     * on a grid.
     *
     * @param values the numbers, row by row
     * @param columns how many a row, at least 1
     */
    record Table(double[] values, int columns) implements Values {
        public Table {
            if (columns < 1 || values.length % columns != 0) {
                throw new IllegalArgumentException(values.length + " numbers are not rows of " + columns);
            }
        }

        @Override
        public int rows() {
            return values.length / columns;
        }
    }

    /**
     * Items a row, in an order: the items of row r are {@code items[starts[r]]} to {@code items[starts[r + 1] - 1]}.
     *
     * @param starts one more than there are rows, ascending from 0
     * @param items indices into a list of items that truth and predictions share; -1 is an item that is not in the list
     */
    record Lists(int[] starts, int[] items) implements Values {
        public Lists {
            if (starts.length == 0 || starts[0] != 0 || starts[starts.length - 1] != items.length) {
                throw new IllegalArgumentException("The lists do not share out " + items.length + " items");
            }
        }

        @Override
        public int rows() {
            return starts.length - 1;
        }
    }
}
