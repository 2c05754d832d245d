package podium.submission.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import podium.kit.content.LimitExceededException;
import podium.kit.file.StoreException;

/**
 * The body of an upload on its way to a decoder: whatever is read is also stored and counted, as it was sent. Read in
 * blocks only: it is the hot path of every upload.
 */
final class TeeInputStream extends InputStream {

    /** Says that the sender, not the content, is the trouble. */
    static final class SourceException extends IOException {
        private static final long serialVersionUID = 1L;

        SourceException(IOException cause) {
            super(cause);
        }
    }

    /** Hears of every block. */
    interface Progress {
        /**
         * A block was read.
         *
         * @param total bytes until now
         * @throws IOException to end the upload
         */
        void read(long total) throws IOException;
    }

    private final InputStream source;
    private final OutputStream copy;
    private final long limit;
    private final Progress progress;
    private long count;

    /** @param limit after more bytes than this, reading fails with a {@link LimitExceededException} */
    TeeInputStream(InputStream source, OutputStream copy, long limit, Progress progress) {
        this.source = source;
        this.copy = copy;
        this.limit = limit;
        this.progress = progress;
    }

    /** How many bytes were read until now. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = fromSource(buffer, offset, length);
        if (n > 0) {
            count += n;
            if (count > limit) {
                throw new LimitExceededException(limit);
            }
            store(buffer, offset, n);
            progress.read(count);
        }
        return n;
    }

    private int fromSource(byte[] buffer, int offset, int length) throws IOException {
        try {
            return source.read(buffer, offset, length);
        } catch (LimitExceededException e) {
            throw e;
        } catch (IOException e) {
            throw new SourceException(e);
        }
    }

    private void store(byte[] buffer, int offset, int length) {
        try {
            copy.write(buffer, offset, length);
        } catch (IOException e) {
            throw new StoreException("The upload cannot be stored", e);
        }
    }
}
