package podium.scoring.prediction;

import java.util.Locale;

/** What can be wrong with a prediction file. */
public enum ProblemKind {
    /** There is nothing in it. */
    EMPTY_FILE,
    /** The first line is no header that begins with {@code id}. */
    WRONG_HEADER,
    /** A prediction column is not in the header. */
    MISSING_COLUMN,
    /** A column is in the header that the contest does not have. */
    UNKNOWN_COLUMN,
    /** A column is in the header twice. */
    DUPLICATE_COLUMN,
    /** It is not UTF-8. */
    WRONG_ENCODING,
    /** It cannot be unpacked. */
    BROKEN_CODING,
    /** It seems to have been cut off: packed, it ends too early; plain, its last line has no end and rows are missing. */
    TRUNCATED_FILE,
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
    MISSING_VALUE,
    /** A list is longer than the contest allows. */
    TOO_MANY_ITEMS;

    /** The word for it in events: {@code missing-id} for {@link #MISSING_ID}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
