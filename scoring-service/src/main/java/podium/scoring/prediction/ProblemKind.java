package podium.scoring.prediction;

import java.util.Locale;

/** What can be wrong with a prediction file. */
public enum ProblemKind {
    /** There is nothing in it. */
    EMPTY_FILE,
    /** The first line is not {@code id,<target>}. */
    WRONG_HEADER,
    /** It is not UTF-8. */
    WRONG_ENCODING,
    /** It cannot be unpacked. */
    BROKEN_CODING,
    /** It is larger, unpacked, than the contest allows. */
    TOO_LARGE,
    /** A line is longer than the reader's window. */
    LINE_TOO_LONG,
    /** A line has more or fewer fields than the header. */
    WRONG_FIELD_COUNT,
    /** A quoted field does not end, or something follows its end. */
    BAD_QUOTING,
    /** There is no such id in test.csv. */
    UNKNOWN_ID,
    /** An id is there twice. */
    DUPLICATE_ID,
    /** Ids of test.csv have no row. */
    MISSING_ID,
    NOT_A_NUMBER,
    INFINITE,
    /** The number is outside the range that the contest, or the metric, declares. */
    OUT_OF_RANGE,
    /** A label is empty. */
    MISSING_VALUE;

    /** The word for it in events: {@code missing-id} for {@link #MISSING_ID}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
