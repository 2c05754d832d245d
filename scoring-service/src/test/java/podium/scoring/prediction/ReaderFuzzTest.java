package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.kit.content.ContentCoding;

/**
 * Mutated files: the reader scores exactly those that a slow reference says are right, with the same values to the bit, and
 * throws nothing. Twenty thousand in a build, a million in the nightly profile; {@code -Dpodium.fuzz.seed} for others.
 */
class ReaderFuzzTest {
    private static final int FILES = Integer.getInteger("podium.fuzz.files", 20_000);
    private static final long SEED = Long.getLong("podium.fuzz.seed", 20_061_002);

    /** Most are plain: the reader is what is tested, and decoders are slow to set up. */
    private static final List<ContentCoding> CODINGS = List.of(
            ContentCoding.IDENTITY,
            ContentCoding.IDENTITY,
            ContentCoding.IDENTITY,
            ContentCoding.IDENTITY,
            ContentCoding.GZIP,
            ContentCoding.ZSTD);

    @Test
    void agreesWithTheReferenceOnEveryFile() throws IOException {
        int right = 0;
        for (int i = 0; i < FILES; i++) {
            right += agrees(SEED + i) ? 1 : 0;
        }

        // Otherwise the test would show little: of both there have to be many.
        assertThat(right).isBetween(FILES / 10, FILES * 8 / 10);
    }

    /** Whether the file of a seed is right. */
    private static boolean agrees(long seed) throws IOException {
        Random random = new Random(seed);
        FuzzScene scene = FuzzScene.of(random);
        FuzzFile files = new FuzzFile(scene, random);
        ContentCoding coding = CODINGS.get(random.nextInt(CODINGS.size()));
        byte[] packed = files.packed(files.mutated(files.right()), coding);
        Optional<byte[]> file = unpacked(packed, coding, scene.format().maxBytes());
        Optional<List<List<Long>>> expected = file.flatMap(new ReferenceReader(scene)::read);
        PredictionReading reading;
        try {
            reading = new PredictionReader(scene.format(), scene.rowIds(), scene.longestLine())
                    .read(new Dribble(packed, random), coding);
        } catch (RuntimeException | LinkageError e) {
            throw new AssertionError(describe(seed, file), e);
        }
        switch (reading) {
            case PredictionReading.Complete complete ->
                assertThat(Optional.of(ReferenceReader.of(complete.predictions())))
                        .as(() -> describe(seed, file))
                        .isEqualTo(expected);
            case PredictionReading.Malformed malformed -> {
                assertThat(expected).as(() -> describe(seed, file) + malformed).isEmpty();
                assertThat(malformed.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
                assertThat(malformed.counts()).isNotEmpty();
            }
        }
        return expected.isPresent();
    }

    private static Optional<byte[]> unpacked(byte[] packed, ContentCoding coding, long most) {
        try (InputStream in = coding.decode(new ByteArrayInputStream(packed))) {
            return Optional.of(in.readNBytes((int) most + 1));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String describe(long seed, Optional<byte[]> file) {
        return "seed " + seed + ", file <"
                + file.map(bytes -> new String(bytes, ISO_8859_1)).orElse("not to be unpacked") + ">";
    }
}
