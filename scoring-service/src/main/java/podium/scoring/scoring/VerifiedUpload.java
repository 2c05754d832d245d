package podium.scoring.scoring;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import podium.kit.digest.Sha256;
import podium.kit.file.StoreException;
import podium.scoring.work.ScoredFile;

/**
 * The bytes of an upload on their way from the store, measured and digested.
 *
 * <p>It tells trouble of the store from trouble in the file: what goes wrong below is a {@link StoreException}, which is
 * tried again, so that an {@link IOException} from a decoder above can only be about the bytes, which is the entrant's.
 */
final class VerifiedUpload extends FilterInputStream {
    private final ScoredFile file;
    private final MessageDigest digest;
    private final byte[] one = new byte[1];
    private long count;

    VerifiedUpload(InputStream stored, ScoredFile file) {
        super(stored);
        this.file = file;
        this.digest = Sha256.start();
    }

    @Override
    public int read() {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            int n = in.read(bytes, offset, length);
            if (n > 0) {
                digest.update(bytes, offset, n);
                count += n;
            }
            return n;
        } catch (IOException e) {
            throw new StoreException("Upload " + file.fileId() + " cannot be read", e);
        }
    }

    @Override
    public long skip(long n) {
        byte[] skipped = new byte[(int) Math.min(n, 8192)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Does nothing: a decoder that is closed must not keep the rest from being verified. The store's stream is its opener's. */
    @Override
    public void close() {}

    /**
     * Reads what is left and compares.
     *
     * @throws IllegalStateException these are not the bytes that were accepted; unlike trouble, this is not tried for ever
     */
    void verify() {
        byte[] rest = new byte[8192];
        int n = 0;
        while (n >= 0 && count <= file.bytes()) {
            n = read(rest, 0, rest.length);
        }
        if (count != file.bytes() || !Sha256.hex(digest).equals(file.sha256())) {
            throw new IllegalStateException("The store's bytes of upload " + file.fileId() + " are not those accepted");
        }
    }
}
