package podium.scoring.parquet;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import podium.scoring.sandbox.PrivateDirectory;

/**
 * Where raw files lie unencrypted while they are read, as far as that has to be. A file there loses its name as soon as it is
 * open, so that the operating system removes it with this process, however that ends; what a process left that was killed in
 * the moment before, is wiped when the next one starts.
 */
@ApplicationScoped
public class WorkDirectory {
    private static final String KIND = "podium-work";

    private final Path parent;
    private @Nullable PrivateDirectory directory;

    @Inject
    WorkDirectory(ParquetConfig config) {
        this(config.directory().orElse(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    WorkDirectory(Path parent) {
        this.parent = parent;
    }

    /** Wipes what is left of processes that are gone. */
    void start(@Observes StartupEvent event) {
        directory();
    }

    /**
     * A new empty file, for its owner to close.
     *
     * @throws UncheckedIOException there is no place for it
     */
    public WorkFile create() {
        try {
            return WorkFile.create(directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Path directory() {
        PrivateDirectory made = directory;
        if (made == null) {
            try {
                made = PrivateDirectory.create(parent, KIND);
            } catch (IOException e) {
                throw new UncheckedIOException("There can be no work directory in " + parent, e);
            }
            directory = made;
        }
        return made.path();
    }

    /** Removes it. */
    @PreDestroy
    public synchronized void close() {
        if (directory != null) {
            directory.close();
            directory = null;
        }
    }
}
