package podium.kit.file;

import java.io.InputStream;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files that never change, each named by an id.
 *
 * <p>A file appears whole or not at all, and is created at most once. A store that is out of reach, or that refuses, is
 * always a {@link StoreException}: only the store's own word that there is no such file counts as absence.
 */
public interface FileStore {

    /**
     * Starts a file. Nothing is visible under the id before {@link PendingFile#complete()}.
     *
     * @throws StoreException the store cannot be written
     */
    PendingFile create(UUID id);

    /**
     * Opens a whole file. The caller closes the stream.
     *
     * @throws FileAbsentException there is no such file
     * @throws StoreException the store cannot be read
     */
    InputStream open(UUID id);

    /**
     * Opens a part of a file. The stream ends after {@code length} bytes, or at the end of the file if that is earlier.
     *
     * @param from the first byte, counted from 0
     * @param length how many bytes at most
     * @throws FileAbsentException there is no such file
     * @throws StoreException the store cannot be read
     */
    InputStream open(UUID id, long from, long length);

    /**
     * The file's length in bytes, empty if there is no such file.
     *
     * @throws StoreException the store cannot be read
     */
    OptionalLong size(UUID id);

    /**
     * Whether there is such a file.
     *
     * @throws StoreException the store cannot be read
     */
    default boolean exists(UUID id) {
        return size(id).isPresent();
    }

    /**
     * Removes a file.
     *
     * @return whether it was there; racing deletions may both say yes
     * @throws StoreException the store cannot be written
     */
    boolean delete(UUID id);

    /**
     * The ids of all complete files, in no particular order. The caller closes the stream.
     *
     * @throws StoreException the store cannot be read; also while the stream is consumed
     */
    Stream<UUID> list();
}
