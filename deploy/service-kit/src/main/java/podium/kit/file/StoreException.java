package podium.kit.file;

import org.jspecify.annotations.Nullable;

/** The store is out of reach, broken or refuses. Says nothing about whether a file exists. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
