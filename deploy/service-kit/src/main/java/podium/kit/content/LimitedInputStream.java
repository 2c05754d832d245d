package podium.kit.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what is read and ends with a {@link LimitExceededException} as soon as there is more than a limit. A stream of
 * exactly the limit passes. Put it behind a decoder and it stops decompression bombs.
 */
public final class LimitedInputStream extends FilterInputStream {
    private final long limit;
    private long count;

    /** @param limit the most bytes that are allowed */
    public LimitedInputStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** How many bytes were read until now. */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            counted(1);
        }
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        // One byte past the limit is enough to know that there is more.
        long allowed = Math.max(1, limit - count + 1);
        int n = in.read(b, off, (int) Math.min(len, allowed));
        if (n > 0) {
            counted(n);
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = in.skip(Math.min(n, Math.max(1, limit - count + 1)));
        counted(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(long n) throws LimitExceededException {
        count += n;
        if (count > limit) {
            throw new LimitExceededException(limit);
        }
    }
}
