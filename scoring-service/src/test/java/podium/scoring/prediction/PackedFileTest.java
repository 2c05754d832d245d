package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.kit.content.ContentCoding;
import podium.scoring.holdout.RowIds;
import podium.scoring.metric.Bounds;
import podium.scoring.metric.Values;

/** Files as they come: packed, cut off, damaged. */
class PackedFileTest {
    private static final int ROWS = 20_000;
    private static final RowIds IDS = RowIds.of(IntStream.rangeClosed(1, ROWS).toArray());
    private static final byte[] FILE = IntStream.rangeClosed(1, ROWS)
            .mapToObj(id -> id + ",0." + id + "\n")
            .collect(Collectors.joining("", "id,y\n", ""))
            .getBytes(UTF_8);

    private final PredictionReader reader = new PredictionReader(
            new PredictionFormat("y", new PredictionFormat.Numbers(Bounds.WIDEST, false), FILE.length), IDS);

    @ParameterizedTest
    @EnumSource
    void readsEveryCoding(ContentCoding coding) throws IOException {
        assertThat(read(pack(FILE, coding), coding))
                .isInstanceOfSatisfying(PredictionReading.Complete.class, complete -> {
                    double[] values = ((Values.Numbers) complete.predictions()).values();
                    assertThat(values[0]).isEqualTo(0.1);
                    assertThat(values[ROWS - 1]).isEqualTo(0.2);
                });
    }

    @Test
    void severalMembersAreOneFile() throws IOException {
        byte[] first = pack(Arrays.copyOf(FILE, 1000), ContentCoding.GZIP);
        byte[] second = pack(Arrays.copyOfRange(FILE, 1000, FILE.length), ContentCoding.GZIP);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(read(both, ContentCoding.GZIP)).isInstanceOf(PredictionReading.Complete.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void knowsAFileThatIsCutOff(ContentCoding coding) throws IOException {
        byte[] packed = pack(FILE, coding);

        for (int length : new int[] {1, packed.length / 2, packed.length - 1}) {
            assertThat(counts(Arrays.copyOf(packed, length), coding))
                    .as("%d of %d bytes", length, packed.length)
                    .containsEntry(ProblemKind.TRUNCATED_FILE, 1L);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void knowsAFileThatIsNotPackedThisWay(ContentCoding coding) {
        assertThat(counts(FILE, coding)).containsOnlyKeys(ProblemKind.BROKEN_CODING);
    }

    @Test
    void tellsWhatWasWrongBeforeTheFileBroke() throws IOException {
        byte[] file = FILE.clone();
        file["id,y\n1,".length()] = 'x';
        byte[] packed = pack(file, ContentCoding.GZIP);
        packed[packed.length - 8]++; // the checksum

        assertThat(counts(packed, ContentCoding.GZIP))
                .isEqualTo(Map.of(ProblemKind.NOT_A_NUMBER, 1L, ProblemKind.BROKEN_CODING, 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,y\n1,0.5\n2,0.", "id,y\n1,0.5\n2", "id,y\n1,0.5\n2,0.25"})
    void guessesThatAPlainFileIsCutOffWhereItsLastLineDoesNotEnd(String file) {
        assertThat(counts(file.getBytes(UTF_8), ContentCoding.IDENTITY))
                .containsKeys(ProblemKind.TRUNCATED_FILE, ProblemKind.MISSING_ID);
        assertThat(counts((file + "\n").getBytes(UTF_8), ContentCoding.IDENTITY))
                .doesNotContainKey(ProblemKind.TRUNCATED_FILE);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void stopsABombAtTheLimit(ContentCoding coding) throws IOException {
        byte[] bomb = new byte[50_000_000];
        Arrays.fill(bomb, (byte) '\n');

        assertThat(counts(pack(bomb, coding), coding)).containsOnlyKeys(ProblemKind.TOO_LARGE);
    }

    static byte[] pack(byte[] file, ContentCoding coding) throws IOException {
        return switch (coding) {
            case IDENTITY -> file;
            case ZSTD -> Zstd.compress(file, 1);
            case GZIP -> {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                    gzip.write(file);
                }
                yield packed.toByteArray();
            }
        };
    }

    private PredictionReading read(byte[] packed, ContentCoding coding) {
        return reader.read(new ByteArrayInputStream(packed), coding);
    }

    private Map<ProblemKind, Long> counts(byte[] packed, ContentCoding coding) {
        return ((PredictionReading.Malformed) read(packed, coding)).counts();
    }
}
