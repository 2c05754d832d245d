package podium.kit.event;

import java.io.Serial;

/** A record is not an event of ours: an attribute is missing or wrong. The message says which. */
public final class InvalidEventException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public InvalidEventException(String message) {
        super(message);
    }

    /** What is wrong, and what found it. */
    public InvalidEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
