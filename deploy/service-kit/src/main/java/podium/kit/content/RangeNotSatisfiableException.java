package podium.kit.content;

/** The range that was asked for starts behind the end of the file: HTTP status 416. */
public final class RangeNotSatisfiableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long size;

    public RangeNotSatisfiableException(long size) {
        super("The range starts behind the end of the " + size + " bytes");
        this.size = size;
    }

    /** The length of the whole file in bytes. */
    public long size() {
        return size;
    }
}
