package podium.scoring.metric;

/**
 * One value for each row of the solution, in the order of its rows: what is true, or what was predicted. The arrays are
 * shared and nobody writes to them.
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
}
