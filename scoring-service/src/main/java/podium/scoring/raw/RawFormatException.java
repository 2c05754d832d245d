package podium.scoring.raw;

/** The raw file is not a table that can be read; the message says where and why, without its values. */
public final class RawFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RawFormatException(String message) {
        super(message);
    }

    /** @param line the line of the file, counted from 1 */
    public RawFormatException(long line, String message) {
        super("Line " + line + ": " + message);
    }
}
