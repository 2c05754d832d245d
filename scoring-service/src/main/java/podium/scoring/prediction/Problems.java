package podium.scoring.prediction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file: the first ones in full, all of them by count. */
final class Problems {
    /** So many are listed. */
    static final int LISTED = 20;

    private static final int LONGEST_TEXT = 100;

    private final List<Problem> listed = new ArrayList<>();
    private final Map<ProblemKind, Long> counts = new EnumMap<>(ProblemKind.class);

    boolean none() {
        return counts.isEmpty();
    }

    /** A problem of a line; what is found there is only read if the problem will be listed. */
    void add(ProblemKind kind, long line, @Nullable String column, byte[] source, int from, int to, String expected) {
        counts.merge(kind, 1L, Long::sum);
        if (listed.size() < LISTED) {
            listed.add(new Problem(kind, line, column, text(source, from, to), expected));
        }
    }

    /** Something that is not there. */
    void addMissing(ProblemKind kind, long line, String column, String expected) {
        counts.merge(kind, 1L, Long::sum);
        if (listed.size() < LISTED) {
            listed.add(new Problem(kind, line, column, null, expected));
        }
    }

    /** A problem of the file as a whole, which stands for {@code count} of its kind. */
    void add(ProblemKind kind, long count, String expected) {
        counts.merge(kind, count, Long::sum);
        if (listed.size() < LISTED) {
            listed.add(Problem.ofFile(kind, expected));
        }
    }

    PredictionReading.Malformed malformed() {
        return new PredictionReading.Malformed(listed, counts);
    }

    /** What is there, fit to be shown: without control characters and not too long. */
    private static String text(byte[] source, int from, int to) {
        // Four bytes hold any character; those that are cut off at the end are not shown anyway.
        int length = Math.min(to - from, LONGEST_TEXT * 4);
        String text = new String(source, from, length, StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_TEXT)
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST_TEXT
                ? shown.append('…').toString()
                : shown.toString();
    }
}
