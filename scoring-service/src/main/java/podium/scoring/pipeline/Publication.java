package podium.scoring.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import podium.kit.digest.Sha256;
import podium.kit.file.FileExistsException;
import podium.kit.file.FileStore;
import podium.kit.file.FileStores;
import podium.kit.file.PendingFile;
import podium.kit.file.StoredFile;
import podium.scoring.background.BackgroundTask;
import podium.scoring.dataset.AttemptStore;
import podium.scoring.dataset.DatasetStore;
import podium.scoring.dataset.StagedFiles;
import podium.scoring.dataset.StagedFiles.ReleaseFile;
import podium.scoring.dataset.Vault;

/**
 * Copies approved files to the release store, under their ids, and tells that they are there. May be broken off anywhere and
 * done again: a file that is there already is compared.
 */
@ApplicationScoped
public class Publication {
    private static final Logger LOG = Logger.getLogger(Publication.class);

    private final DatasetStore datasets;
    private final AttemptStore attempts;
    private final Vault vault;
    private final FileStores stores;

    @Inject
    Publication(DatasetStore datasets, AttemptStore attempts, Vault vault, FileStores stores) {
        this.datasets = datasets;
        this.attempts = attempts;
        this.vault = vault;
        this.stores = stores;
    }

    /** Does the task; the release is told of in the transaction that ends it. */
    void run(BackgroundTask task) {
        StagedFiles staged =
                Objects.requireNonNull(datasets.find(task.contestId()).staged(), "what is approved is staged");
        Optional<String> changed = changed(task.contestId(), staged);
        if (changed.isPresent()) {
            attempts.failed(task, changed.get());
            return;
        }
        staged.files().forEach(file -> publish(task.contestId(), file));
        attempts.released(task);
        vault.discard(staged.files().stream().map(ReleaseFile::fileId).toList());
    }

    /** Why the files are not those of the report, empty if they are: all of them are looked at before the first is published. */
    private Optional<String> changed(UUID contestId, StagedFiles staged) {
        for (ReleaseFile file : staged.files()) {
            String found;
            try (DigestInputStream in = new DigestInputStream(vault.open(contestId, file.fileId()), Sha256.start())) {
                in.transferTo(OutputStream.nullOutputStream());
                found = Sha256.hex(in.getMessageDigest());
            } catch (IOException e) {
                // The vault's own check: a segment is not what was written.
                found = "";
            }
            if (!found.equals(file.sha256())) {
                LOG.errorf(
                        "File %s of contest %s was changed in the vault after its report was made",
                        file.fileId(), contestId);
                return Optional.of(
                        file.name()
                                + " is no longer what the approved report speaks of; nothing was published. Send the plan again.");
            }
        }
        return Optional.empty();
    }

    private void publish(UUID contestId, ReleaseFile file) {
        FileStore releases = stores.get("releases");
        String sha256;
        try (InputStream in = vault.open(contestId, file.fileId());
                PendingFile pending = releases.create(file.fileId())) {
            in.transferTo(pending.stream());
            StoredFile stored = pending.complete();
            sha256 = stored.sha256();
        } catch (FileExistsException e) {
            sha256 = digest(releases, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!sha256.equals(file.sha256())) {
            throw new IllegalStateException("File " + file.fileId() + " is not the one that was approved");
        }
    }

    private static String digest(FileStore store, ReleaseFile file) {
        try (DigestInputStream in = new DigestInputStream(store.open(file.fileId()), Sha256.start())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Sha256.hex(in.getMessageDigest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
