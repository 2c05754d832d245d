package podium.kit.file;

import java.util.UUID;

/** The id is taken: files are created once and never replaced. */
public final class FileExistsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileExistsException(UUID id) {
        super("There is already a file " + id);
    }
}
