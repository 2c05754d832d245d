package podium.scoring.prediction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
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
    public @Nullable ProblemKind take(int row, byte[] source, int from, int to) {
        if (from == to) {
            return ProblemKind.MISSING_VALUE;
        }
        codes[row] = index.codeOf(source, from, to);
        return codes[row] >= 0 || isUtf8(source, from, to) ? null : ProblemKind.WRONG_ENCODING;
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

    static boolean isUtf8(byte[] source, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source, from, to - from));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
