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

    /** A problem of the file as a whole. */
    public static Problem ofFile(ProblemKind kind, String expected) {
        return new Problem(kind, null, null, null, expected);
    }
}
