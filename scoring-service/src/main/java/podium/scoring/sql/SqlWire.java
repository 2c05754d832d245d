package podium.scoring.sql;

/**
 * What scoring and the process of a query say to each other, in the manner of {@link java.io.DataOutput}.
 *
 * <p>To the process: the query (text); how many rows (int); for each of the two tables how many columns (byte), and each
 * column's type (byte) and name (text); then the rows of {@code solution}, then those of {@code prediction}, value after
 * value. From the process: once it has said that it runs, one of the other bytes, with a double after {@link #SCORE}
 * and a text after {@link #QUERY_FAILED}. A text is its length in bytes (int) and these bytes in UTF-8; length
 * {@link #NULL} is {@code NULL}.
 */
final class SqlWire {
    static final String SOLUTION = "solution";
    static final String PREDICTION = "prediction";

    static final byte WHOLE = 1;
    static final byte NUMBER = 2;
    static final byte TEXT = 3;
    static final int NULL = -1;

    static final byte SCORE = 2;
    static final byte QUERY_FAILED = 3;
    static final byte NO_ROW = 4;
    static final byte SEVERAL_ROWS = 5;
    static final byte SEVERAL_COLUMNS = 6;
    static final byte NO_NUMBER = 7;
    static final byte NULL_VALUE = 8;
    static final byte NAN = 9;
    static final byte INFINITE = 10;
    static final byte OUT_OF_MEMORY = 11;

    /** The longest message of an error, in bytes. */
    static final int LONGEST_MESSAGE = 4000;

    static final int BUFFER = 1 << 16;

    private SqlWire() {}
}
