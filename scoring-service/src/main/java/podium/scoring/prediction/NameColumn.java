package podium.scoring.prediction;

import org.jspecify.annotations.Nullable;
import podium.scoring.bytes.Utf8;
import podium.scoring.metric.Values;

/** Predictions that are labels. */
final class NameColumn implements Column {
    private final LabelIndex index;
    private final int[] codes;

    NameColumn(LabelIndex index, int rows) {
        this.index = index;
        this.codes = new int[rows];
    }

    @Override
    public @Nullable ProblemKind take(int row, int column, byte[] source, int from, int to) {
        if (from == to) {
            return ProblemKind.MISSING_VALUE;
        }
        codes[row] = index.codeOf(source, from, to);
        return codes[row] >= 0 || Utf8.isValid(source, from, to) ? null : ProblemKind.WRONG_ENCODING;
    }

    /** Blanks may be a part of a label. */
    @Override
    public boolean trims() {
        return false;
    }

    @Override
    public Values values() {
        return new Values.Codes(codes);
    }
}
