package podium.submission.upload;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.UUID;
import podium.kit.digest.Sha256;
import podium.kit.file.PendingFile;
import podium.kit.file.StoredFile;

/** A file of which nothing but the digest is of interest. */
final class Discarded implements PendingFile {
    private final MessageDigest digest = Sha256.start();
    private long bytes;

    @Override
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] b, int off, int len) {
                digest.update(b, off, len);
                bytes += len;
            }
        };
    }

    @Override
    public StoredFile complete() {
        return new StoredFile(new UUID(0, 0), bytes, Sha256.hex(digest));
    }

    @Override
    public void close() {
        // Nothing was kept.
    }
}
