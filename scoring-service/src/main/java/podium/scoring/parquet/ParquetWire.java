package podium.scoring.parquet;

/**
 * What the process that reads a Parquet file answers: the CSV in UTF-8, then {@link #END_OF_TEXT}, then how that ended, one of
 * the other bytes, with a text in UTF-8 to the end after those that say so. Nothing may be taken for complete that has no
 * {@link #COMPLETE} after it.
 */
final class ParquetWire {
    /** Never part of UTF-8. */
    static final byte END_OF_TEXT = (byte) 0xFF;

    static final byte COMPLETE = 1;

    /** The file's end is not that of a Parquet file. */
    static final byte BROKEN_FOOTER = 2;

    /** A part of the data cannot be read. */
    static final byte BROKEN_DATA = 3;

    /** The format has more than DuckDB knows. */
    static final byte NOT_KNOWN = 4;

    /** A text follows: how many rows there are. */
    static final byte TOO_MANY_ROWS = 5;

    /** A text follows: how many columns there are. */
    static final byte TOO_MANY_COLUMNS = 6;

    /** A text follows: the type, a line end, the column's name. */
    static final byte NO_SUCH_CELLS = 7;

    static final byte OUT_OF_MEMORY = 8;

    /** The longest text, in bytes. */
    static final int LONGEST_TEXT = 1000;

    private ParquetWire() {}
}
