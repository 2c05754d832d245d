package podium.kit.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.UUID;
import podium.kit.digest.Sha256;

/** Counts and hashes what is written. Closing it flushes only: the file below ends when it is completed or discarded. */
public final class HashingOutputStream extends FilterOutputStream {
    private final MessageDigest sha256;
    private long count;

    /** @param out where the bytes go; closing this stream only flushes it */
    public HashingOutputStream(OutputStream out) {
        super(out);
        sha256 = Sha256.start();
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        sha256.update((byte) b);
        count++;
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        out.write(b, off, len);
        sha256.update(b, off, len);
        count += len;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /** The file that was written; once, at the end. */
    public StoredFile stored(UUID id) {
        return new StoredFile(id, count, Sha256.hex(sha256));
    }
}
