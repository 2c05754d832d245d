package podium.scoring.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import org.jboss.logging.Logger;
import podium.kit.file.FileStore;
import podium.kit.file.FileStores;
import podium.kit.file.StoreException;

/** The store of raw files, staged files and solutions. Only this service has its credentials. */
@ApplicationScoped
public class Vault {
    private static final Logger LOG = Logger.getLogger(Vault.class);

    private final FileStores stores;

    @Inject
    Vault(FileStores stores) {
        this.stores = stores;
    }

    /** The store itself. */
    public FileStore store() {
        return stores.get("vault");
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
}
