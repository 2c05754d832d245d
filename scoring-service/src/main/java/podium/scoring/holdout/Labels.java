package podium.scoring.holdout;

import java.util.List;

/** The true labels of the hidden rows, in the order of the solution's rows. The arrays are shared: nobody writes to them. */
public sealed interface Labels {

    /** How many rows. */
    int size();

    /** The classes in the order that counts, empty if labels are numbers. */
    default List<String> classes() {
        return List.of();
    }

    /** The label of a row as the file of a solution has it. */
    String text(int row);

    /** Labels that are numbers; of a binary task 1 for the positive label and 0 for the other. */
    @SuppressWarnings("ArrayRecordComponent") // read in the hot loop of a metric; millions of boxed labels would not do
    record Numbers(double[] values) implements Labels {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public String text(int row) {
            return Double.toString(values[row]);
        }
    }

    /**
     * Labels that are names.
     *
     * @param codes for each row the index of its name
     * @param names the classes in the order that counts, each once; not each of them needs to have a row
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Categories(int[] codes, List<String> names) implements Labels {
        public Categories {
            names = List.copyOf(names);
        }

        @Override
        public List<String> classes() {
            return names;
        }

        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public String text(int row) {
            return names.get(codes[row]);
        }
    }
}
