package podium.scoring.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import podium.scoring.anonymization.Column;

/**
 * A table that is to be published, as the lints look at it. All columns have all raw rows.
 *
 * @param published the columns that are published, but the label
 * @param raw the raw columns from which these were made, and those that are dropped but name or group people
 * @param label the label
 * @param numericLabel whether labels are numbers
 * @param train raw rows of train.csv, in the file's order
 * @param test raw rows of test.csv, in the file's order
 * @param ids the published id of each raw row
 * @param group the name of the raw column that is declared a group, null if none is
 * @param times the time of each raw row where the split is by time, null otherwise
 * @param sample the prediction of the sample submission for each row of test.csv, as a number or as the place of a class
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, read only
public record LintedTable(
        List<Column> published,
        List<Column> raw,
        Column label,
        boolean numericLabel,
        int[] train,
        int[] test,
        int[] ids,
        @Nullable String group,
        long @Nullable [] times,
        double[] sample) {
    public LintedTable {
        published = List.copyOf(published);
        raw = List.copyOf(raw);
    }

    /** A table that is not split by time. */
    public LintedTable(
            List<Column> published,
            List<Column> raw,
            Column label,
            boolean numericLabel,
            int[] train,
            int[] test,
            int[] ids,
            @Nullable String group,
            double[] sample) {
        this(published, raw, label, numericLabel, train, test, ids, group, null, sample);
    }

    /** The labels of some rows as numbers, one column for each class where they are names; at most 20 classes. */
    double[][] labels(int[] rows) {
        if (numericLabel) {
            double[] numbers = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                numbers[i] = Double.parseDouble(label.value(rows[i]));
            }
            return new double[][] {numbers};
        }
        int classes = label.values().size() == 2 ? 1 : Math.min(label.values().size(), 20);
        double[][] indicators = new double[classes][rows.length];
        for (int i = 0; i < rows.length; i++) {
            int code = label.code(rows[i]);
            if (code < classes) {
                indicators[code][i] = 1;
            }
        }
        return indicators;
    }
}
