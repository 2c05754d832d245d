package podium.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories that servers for tests live in and delete when they are closed. */
final class TemporaryDirectories {
    private TemporaryDirectories() {}

    static Path create(String name) {
        try {
            return Files.createTempDirectory("podium-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
