package podium.scoring.dataset;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.UUID;
import org.jboss.logging.Logger;
import podium.kit.file.FileStore;
import podium.kit.file.FileStores;
import podium.kit.file.HashingOutputStream;
import podium.kit.file.PendingFile;
import podium.kit.file.StoreException;
import podium.kit.file.StoredFile;
import podium.kit.id.Ids;
import podium.scoring.key.ContestKeyStore;
import podium.scoring.key.KeyPurpose;

/**
 * The store of raw files, staged files and solutions. Only this service has its credentials, and whoever had them would find
 * ciphertext: each file is encrypted with a key of its contest (AES-256-GCM in segments of a mebibyte, each authenticated together
 * with its place, the contest and the file's id, so that files cannot be cut, spliced or swapped). When the contest's keys are
 * destroyed, its files are gone.
 *
 * <p>Lengths and digests that are told of a file are those of its content, not of the ciphertext.
 */
@ApplicationScoped
public class Vault {
    private static final Logger LOG = Logger.getLogger(Vault.class);
    private static final String HKDF = "HmacSha256";
    private static final int SEGMENT = 1 << 20;

    private final FileStores stores;
    private final ContestKeyStore keys;

    @Inject
    Vault(FileStores stores, ContestKeyStore keys) {
        this.stores = stores;
        this.keys = keys;
    }

    /** Starts a file of a contest, under a new id. */
    public PendingFile create(UUID contestId) {
        UUID file = Ids.next();
        PendingFile sealed = store().create(file);
        try {
            return new SealedFile(
                    file, sealed, cipher(contestId).newEncryptingStream(sealed.stream(), context(contestId, file)));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            sealed.close();
            throw failed(e);
        }
    }

    /**
     * Opens a file of a contest. Reading fails if it was changed, cut or belongs to another contest.
     *
     * @throws podium.kit.file.FileAbsentException there is no such file
     * @throws podium.scoring.key.KeysDestroyedException the contest's keys were destroyed, and with them the file
     */
    public InputStream open(UUID contestId, UUID file) {
        AesGcmHkdfStreaming cipher = cipher(contestId);
        InputStream sealed = store().open(file);
        try {
            return cipher.newDecryptingStream(sealed, context(contestId, file));
        } catch (GeneralSecurityException | IOException e) {
            throw failed(e);
        }
    }

    /** Deletes files that nothing refers to any more. One that cannot be deleted is only told of. */
    public void discard(Collection<UUID> files) {
        for (UUID file : files) {
            try {
                store().delete(file);
            } catch (StoreException e) {
                LOG.warnf(e, "File %s of the vault is no longer needed and could not be deleted", file);
            }
        }
    }

    /** The store with the ciphertexts. */
    FileStore store() {
        return stores.get("vault");
    }

    private AesGcmHkdfStreaming cipher(UUID contestId) {
        byte[] key = keys.key(contestId, KeyPurpose.VAULT);
        try {
            return new AesGcmHkdfStreaming(key, HKDF, key.length, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private static byte[] context(UUID contestId, UUID file) {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(contestId.getMostSignificantBits())
                .putLong(contestId.getLeastSignificantBits())
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .array();
    }

    private static RuntimeException failed(Exception e) {
        return switch (e) {
            case RuntimeException runtime -> runtime;
            case IOException io -> new UncheckedIOException(io);
            default -> new IllegalStateException("Every Java has AES-GCM", e);
        };
    }

    /** A file that is encrypted while it is written. */
    private record SealedFile(UUID id, PendingFile sealed, HashingOutputStream content, OutputStream cipher)
            implements PendingFile {

        SealedFile(UUID id, PendingFile sealed, OutputStream cipher) {
            this(id, sealed, new HashingOutputStream(cipher), cipher);
        }

        @Override
        public OutputStream stream() {
            return content;
        }

        @Override
        public StoredFile complete() {
            try {
                content.flush();
                // Writes the last segment; the file below is complete only when it is told so.
                cipher.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sealed.complete();
            return content.stored(id);
        }

        @Override
        public void close() {
            sealed.close();
        }
    }
}
