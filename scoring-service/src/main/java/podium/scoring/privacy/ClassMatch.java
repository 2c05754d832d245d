package podium.scoring.privacy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.EquivalenceClasses;

/**
 * Which classes of a published table fit what somebody knows of a person. A published value fits a raw one if some row was
 * generalized from the one to the other: that is the recipe as far as the data show it, whichever way it was made.
 */
final class ClassMatch {
    private final int[] rowsOfClass;
    private final int[] classOfRow;
    private final int[][] codesOfClass;
    /** By quasi-identifier and published code: the raw codes that it may stand for. */
    private final BitSet[][] covers;

    /**
     * @param raw the quasi-identifiers as they are in the raw data
     * @param released the same as they are published, by raw row
     * @param published the rows that are published
     */
    ClassMatch(int rows, List<Column> raw, List<Column> released, BitSet published) {
        EquivalenceClasses classes = EquivalenceClasses.of(rows, released);
        rowsOfClass = new int[classes.count()];
        classOfRow = new int[rows];
        codesOfClass = new int[classes.count()][released.size()];
        covers = new BitSet[raw.size()][];
        for (int q = 0; q < raw.size(); q++) {
            covers[q] = new BitSet[released.get(q).values().size()];
            Arrays.setAll(covers[q], _ -> new BitSet());
        }
        for (int row = published.nextSetBit(0); row >= 0; row = published.nextSetBit(row + 1)) {
            classOfRow[row] = classes.classOf(row);
            rowsOfClass[classOfRow[row]]++;
            for (int q = 0; q < raw.size(); q++) {
                int code = released.get(q).code(row);
                codesOfClass[classOfRow[row]][q] = code;
                covers[q][code].set(raw.get(q).code(row));
            }
        }
    }

    /** The class of a row that is published. */
    int classOf(int row) {
        return classOfRow[row];
    }

    /** How many classes there are, those included of which nothing is published. */
    int classes() {
        return rowsOfClass.length;
    }

    /**
     * The classes that fit best.
     *
     * @param which the quasi-identifiers that are known
     * @param values their raw codes; a negative one fits nothing
     */
    Fit fit(int[] which, int[] values) {
        int best = 0;
        int count = 0;
        BitSet classes = new BitSet(rowsOfClass.length);
        for (int c = 0; c < rowsOfClass.length; c++) {
            if (rowsOfClass[c] > 0) {
                int fitting = 0;
                for (int i = 0; i < which.length; i++) {
                    boolean fits = values[i] >= 0 && covers[which[i]][codesOfClass[c][which[i]]].get(values[i]);
                    fitting += fits ? 1 : 0;
                }
                if (fitting > best) {
                    best = fitting;
                    count = 0;
                    classes.clear();
                }
                if (fitting == best) {
                    classes.set(c);
                    count += rowsOfClass[c];
                }
            }
        }
        return new Fit(classes, Math.max(1, count));
    }

    /**
     * What fits best.
     *
     * @param classes the classes
     * @param rows how many published rows they have, at least 1
     */
    record Fit(BitSet classes, int rows) {}
}
