package podium.kit.content;

import java.io.IOException;

/** More bytes came than are allowed. */
public final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;
    private final long limit;

    public LimitExceededException(long limit) {
        super("More than " + limit + " bytes");
        this.limit = limit;
    }

    /** The most bytes that are allowed. */
    public long limit() {
        return limit;
    }
}
