package podium.kit.file;

import java.io.Closeable;
import java.io.OutputStream;

/** A file that is being written. Used by one thread. */
public interface PendingFile extends Closeable {

    /** Where the content goes. Closing this stream completes nothing. */
    OutputStream stream();

    /**
     * Makes the file durable and visible, at once and for good.
     *
     * @throws FileExistsException the id is taken; the file that is there is untouched and this one is discarded
     * @throws StoreException the store failed; whether the file is there has to be asked again
     */
    StoredFile complete();

    /** Discards the content, unless it is complete. */
    @Override
    void close();
}
