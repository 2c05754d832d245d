package podium.submission.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip and refuses what follows its last member. The JDK ignores such bytes, but a prediction file that two readers
 * could read differently is not accepted.
 */
final class StrictGzip extends GZIPInputStream {
    private static final int BUFFER = 64 * 1024;
    private static final int TRAILER = 8;

    private final LongSupplier consumed;
    private long filledTo;

    /**
     * @param in the packed bytes, unbuffered
     * @param consumed how many bytes {@code in} has given out
     */
    StrictGzip(InputStream in, LongSupplier consumed) throws IOException {
        super(in, BUFFER);
        this.consumed = consumed;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        filledTo = consumed.getAsLong();
    }

    /**
     * Call at the end of the content, when {@code in} has been read to its end.
     *
     * @throws ZipException there is more than the last member
     */
    void requireEnd() throws ZipException {
        long end = filledTo - inf.getRemaining() + TRAILER;
        if (consumed.getAsLong() > end) {
            throw new ZipException((consumed.getAsLong() - end) + " bytes follow the end of the gzip stream");
        }
    }
}
