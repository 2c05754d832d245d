package podium.backends.process;

import org.jspecify.annotations.Nullable;

/** A backend could not be started, reached or set up; the message says which, why, and where its log is. */
public class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what failed, for a person to read
     */
    public BackendException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what failed, for a person to read
     * @param cause why
     */
    public BackendException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
