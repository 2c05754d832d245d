package podium.scoring.prediction;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a prediction file.
 *
 * @param kind what
 * @param line the line of the unpacked file, the header being line 1; null if it is about the file as a whole
 * @param column the name of the column, null if it is about the line as a whole
 * @param found what is there, shortened; null if nothing is
 * @param expected what should be there
 */
public record Problem(
        ProblemKind kind,
        @Nullable Long line,
        @Nullable String column,
        @Nullable String found,
        String expected) {

    /** As events allow it. */
    private static final int LONGEST_COLUMN = 200;

    private static final int LONGEST_EXPECTED = 500;

    public Problem {
        column = column == null ? null : shortened(column, LONGEST_COLUMN);
        expected = shortened(expected, LONGEST_EXPECTED);
    }

    /** A problem of the file as a whole. */
    public static Problem ofFile(ProblemKind kind, String expected) {
        return new Problem(kind, null, null, null, expected);
    }

    /** At most so many characters, of which the last one says that there were more. */
    static String shortened(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit - 1)) + '…';
    }
}
