package podium.kit.inbox;

import java.io.Serial;

/** Says that an event can never be handled, however often it is tried; its message is the reason on the dead-letter topic. */
public class Rejection extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A rejection for that reason. */
    public Rejection(String reason) {
        super(reason);
    }

    /** A rejection for that reason, which was found by that exception. */
    public Rejection(String reason, Throwable cause) {
        super(reason, cause);
    }
}
