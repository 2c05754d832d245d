package podium.kit.file;

import jakarta.enterprise.context.ApplicationScoped;

/** The stores that are configured, by name. */
@ApplicationScoped
public class FileStores {

    /**
     * A store by its configured name.
     *
     * @throws IllegalArgumentException no store of that name is configured
     */
    public FileStore get(String name) {
        throw new IllegalArgumentException("No file store is configured under podium.stores." + name + ".uri");
    }
}
