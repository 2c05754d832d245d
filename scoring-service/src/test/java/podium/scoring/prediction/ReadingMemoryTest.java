package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.kit.content.ContentCoding;

/**
 * A job of the Netflix Prize's size in as little memory as is promised: beyond the truth, 8 bytes a row for the predictions
 * and 16 MiB, of which the heap gets 6 (the JVM's own objects are among them) and the rest of the process 10.
 */
@EnabledOnOs(OS.LINUX)
class ReadingMemoryTest {
    private static final int ROWS = 2_817_131;
    private static final int MIB = 1 << 20;
    /** Ids, rows by id, labels. */
    private static final int TRUTH_BYTES = 4 + 4 + 8;

    private static final int PREDICTION_BYTES = 8;
    private static final int YOUNG_MIB = 2;
    private static final int HEAP_MIB = 6;
    private static final int NATIVE_MIB = 10;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void readsMillionsOfRowsInASmallHeap(ContentCoding coding) throws IOException, InterruptedException {
        Path file = write("file", ROWS, coding);
        Path small = write("small", 1, coding);
        long heap = (long) ROWS * (TRUTH_BYTES + PREDICTION_BYTES) + (long) HEAP_MIB * MIB;

        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms" + heap,
                        "-Xmx" + heap,
                        "-Xmn" + YOUNG_MIB * MIB,
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        SmallHeap.class.getName(),
                        file.toString(),
                        coding.name(),
                        Integer.toString(ROWS),
                        small.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), US_ASCII);

        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(output).isZero();
        String[] figures = output.strip().split(" ");
        assertThat(Double.parseDouble(figures[0])).isEqualTo(0.5 * ROWS);
        assertThat(Integer.parseInt(figures[1]) / 1024.0)
                .as("MiB outside the heap")
                .isLessThanOrEqualTo(NATIVE_MIB);
    }

    private Path write(String name, int rows, ContentCoding coding) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream out = new BufferedOutputStream(packing(Files.newOutputStream(file), coding), MIB)) {
            out.write("id,prediction\n".getBytes(US_ASCII));
            for (int id = 1; id <= rows; id++) {
                out.write((id + ",0.5000\n").getBytes(US_ASCII));
            }
        }
        return file;
    }

    private static OutputStream packing(OutputStream out, ContentCoding coding) throws IOException {
        return switch (coding) {
            case IDENTITY -> out;
            case GZIP -> new GZIPOutputStream(out);
            // The largest window that is allowed.
            case ZSTD -> new ZstdOutputStream(out, 1).setLong(23);
        };
    }

    /** Only what the child needs, wherever the build has it. */
    private static String classPath() {
        return Stream.of(SmallHeap.class, PredictionReader.class, ContentCoding.class, Zstd.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
