package podium.local.platform;

import org.jspecify.annotations.Nullable;

/** The platform cannot start or go on; the message is one clear sentence for a person, perhaps with the end of a log. */
public class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message for a person
     */
    public PlatformException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message for a person
     * @param cause why
     */
    public PlatformException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
