package podium.scoring.pipeline;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podium.scoring.anonymization.Column;
import podium.scoring.privacy.PrivacyGate.Assessment;
import podium.scoring.privacy.Verdict.Reason;

/** What became of raw rows. */
sealed interface Draft {

    /**
     * A release that may leave.
     *
     * @param features the columns that are published for all rows, by raw row
     * @param label the label as it is published for training rows, by raw row
     * @param truth the label as the solution has it, by raw row
     * @param rows which raw rows are in which file, and under which ids
     * @param assessment what the gate found
     */
    record Release(List<Column> features, Column label, Column truth, Rows rows, Assessment assessment)
            implements Draft {
        public Release {
            features = List.copyOf(features);
        }
    }

    /**
     * A release that may not leave.
     *
     * @param assessment what the gate found, null if it did not come to that
     * @param reasons why
     * @param details what helps the organizers and is for nobody else, such as values
     */
    record Refusal(@Nullable Assessment assessment, List<Reason> reasons, List<String> details) implements Draft {
        public Refusal {
            reasons = List.copyOf(reasons);
            details = List.copyOf(details);
        }
    }

    /**
     * Which raw rows are published, in the order of the files.
     *
     * @param train raw rows of train.csv
     * @param test raw rows of test.csv
     * @param ids the published id of each raw row, 0 for those that are left out
     * @param publicTest indexes into {@code test}: the rows that feed the live board
     * @param blocks for each row of {@code test} its block among the public or the private ones
     * @param hiddenBefore how many rows were chosen to be hidden, before some were left out
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, read by one writer
    record Rows(int[] train, int[] test, int[] ids, BitSet publicTest, byte[] blocks, int hiddenBefore) {}
}
