package podium.scoring.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void aFileCanBeReadAsLongAsItIsOpenButHasNoName() throws IOException {
        WorkDirectory directory = new WorkDirectory(parent);
        Path path;
        try (WorkFile file = directory.create();
                WorkFile other = directory.create()) {
            write(file, "one");
            write(other, "two");
            write(file, "three");
            path = file.path();

            assertThat(path).hasContent("onethree");
            assertThat(other.path()).hasContent("two");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            assertThat(names()).containsExactly("lock");
        }
        assertThat(path.toFile()).doesNotExist();
        directory.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftIsWipedAtTheStart() throws IOException {
        Path left = Files.createDirectory(parent.resolve("podium-work-1-99"));
        Files.writeString(left.resolve("raw"), "secret");
        WorkDirectory directory = new WorkDirectory(parent);

        directory.start(new StartupEvent());

        assertThat(left).doesNotExist();
        assertThat(names()).containsExactly("lock");
        directory.close();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(parent)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        }
    }

    private static void write(WorkFile file, String text) throws IOException {
        file.write(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
