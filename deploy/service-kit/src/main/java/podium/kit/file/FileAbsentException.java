package podium.kit.file;

import java.util.UUID;

/** The store says that there is no such file. */
public final class FileAbsentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileAbsentException(UUID id) {
        super("There is no file " + id);
    }
}
