package podium.scoring.privacy;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podium.scoring.anonymization.Column;

/**
 * A table that is or was published, by raw row.
 *
 * @param rows how many raw rows
 * @param raw the quasi-identifiers as they are in the raw data; empty if nobody has them any more
 * @param released the same as they are published
 * @param features what is published beside them as it is, for training and test rows
 * @param label what is published for training rows only, null if nothing
 * @param train the rows that are published with the label
 * @param test the rows that are published without
 */
public record ReleasedTable(
        int rows,
        List<Column> raw,
        List<Column> released,
        List<Column> features,
        @Nullable Column label,
        BitSet train,
        BitSet test) {
    public ReleasedTable {
        raw = List.copyOf(raw);
        released = List.copyOf(released);
        features = List.copyOf(features);
        train = (BitSet) train.clone();
        test = (BitSet) test.clone();
    }

    /** The rows that are published, training and test rows. */
    BitSet published() {
        BitSet published = (BitSet) train.clone();
        published.or(test);
        return published;
    }
}
