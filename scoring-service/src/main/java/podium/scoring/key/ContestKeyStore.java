package podium.scoring.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import podium.kit.file.FileAbsentException;
import podium.kit.file.FileStore;
import podium.kit.file.FileStores;
import podium.kit.file.PendingFile;
import podium.kit.id.Ids;

/**
 * The keys of the contests. A key is made when it is first asked for, wrapped, and kept as a file in the store {@code keys};
 * the database knows only the file's id. Deleting the file forgets the key for good.
 */
@ApplicationScoped
public class ContestKeyStore {
    private final EntityManager entities;
    private final FileStores stores;
    private final KeyWrap wrap;

    @Inject
    ContestKeyStore(EntityManager entities, FileStores stores, KeyConfig config) {
        this.entities = entities;
        this.stores = stores;
        this.wrap = new KeyWrap(Base64.getDecoder().decode(config.masterKey().strip()), new SecureRandom());
    }

    /**
     * The key of a contest for a purpose, 256 bits; whichever replica asks, always the same.
     *
     * @throws podium.kit.file.StoreException the key store cannot be reached
     * @throws podium.kit.file.FileAbsentException the key was deleted
     * @throws KeysDestroyedException the contest's keys were destroyed
     * @throws IllegalStateException the key was wrapped under another master key
     */
    @Transactional
    public byte[] key(UUID contestId, KeyPurpose purpose) {
        Optional<UUID> file = file(contestId, purpose);
        if (file.isEmpty() && isDestroyed(contestId)) {
            throw new KeysDestroyedException(contestId);
        }
        return read(file.orElseGet(() -> make(contestId, purpose)), contestId, purpose);
    }

    /**
     * Destroys all keys of a contest, for good: their files are deleted, and no new ones are ever made. What was encrypted under
     * them is gone, and which pseudonym was whose. May be broken off anywhere and done again.
     *
     * @return the ids of the keys' files
     */
    @Transactional
    public List<UUID> destroy(UUID contestId, Instant now) {
        entities.createNativeQuery("""
                        insert into contest_keys_destroyed (contest_id, destroyed_at) values (:contest, :now)
                        on conflict do nothing""")
                .setParameter("contest", contestId)
                .setParameter("now", now)
                .executeUpdate();
        List<UUID> files = new ArrayList<>();
        for (KeyPurpose purpose : KeyPurpose.values()) {
            file(contestId, purpose).ifPresent(files::add);
        }
        files.forEach(store()::delete);
        return files;
    }

    /** Whether the keys of a contest were destroyed. */
    @Transactional
    public boolean isDestroyed(UUID contestId) {
        return !entities.createNativeQuery(
                        "select contest_id from contest_keys_destroyed where contest_id = :contest", UUID.class)
                .setParameter("contest", contestId)
                .getResultList()
                .isEmpty();
    }

    private UUID make(UUID contestId, KeyPurpose purpose) {
        UUID file = Ids.next();
        try (PendingFile pending = store().create(file)) {
            pending.stream().write(wrap.wrap(wrap.newKey(), context(contestId, purpose)));
            pending.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int inserted = entities.createNativeQuery("""
                        insert into contest_key (contest_id, purpose, file_id) values (:contest, :purpose, :file)
                        on conflict do nothing""")
                .setParameter("contest", contestId)
                .setParameter("purpose", purpose.word())
                .setParameter("file", file)
                .executeUpdate();
        if (inserted == 1) {
            return file;
        }
        // Another replica was faster; its key counts.
        store().delete(file);
        return file(contestId, purpose).orElseThrow();
    }

    private Optional<UUID> file(UUID contestId, KeyPurpose purpose) {
        List<?> files = entities.createNativeQuery(
                        "select file_id from contest_key where contest_id = :contest and purpose = :purpose",
                        UUID.class)
                .setParameter("contest", contestId)
                .setParameter("purpose", purpose.word())
                .getResultList();
        return files.stream().findFirst().map(UUID.class::cast);
    }

    private byte[] read(UUID file, UUID contestId, KeyPurpose purpose) {
        try (InputStream in = opened(file, contestId)) {
            return wrap.unwrap(in.readAllBytes(), context(contestId, purpose));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key " + file + " of contest " + contestId
                            + " does not open: is podium.scoring.master-key the one it was wrapped under?",
                    e);
        }
    }

    private InputStream opened(UUID file, UUID contestId) {
        try {
            return store().open(file);
        } catch (FileAbsentException e) {
            if (isDestroyed(contestId)) {
                throw new KeysDestroyedException(contestId);
            }
            throw e;
        }
    }

    private FileStore store() {
        return stores.get("keys");
    }

    private static String context(UUID contestId, KeyPurpose purpose) {
        return contestId + "/" + purpose.word();
    }
}
