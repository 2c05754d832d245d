package podium.scoring.parquet;

/** How a Parquet file is known. */
public final class ParquetFile {
    /** How many bytes of a file that takes. */
    public static final int HEAD = 5;

    private ParquetFile() {}

    /**
     * Whether a file begins with the format's magic and then with what is no text: a CSV may have a first column called PAR1.
     *
     * @param head the first {@link #HEAD} bytes of the file, fewer if there are no more
     */
    public static boolean isParquet(byte[] head) {
        return head.length >= HEAD
                && head[0] == 'P'
                && head[1] == 'A'
                && head[2] == 'R'
                && head[3] == '1'
                && head[4] >= 0
                && head[4] < ' '
                && head[4] != '\t'
                && head[4] != '\n'
                && head[4] != '\r';
    }
}
