package podium.kit.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentCodingTest {

    @Test
    void knowsItsWords() {
        assertThat(ContentCoding.of(null)).contains(ContentCoding.IDENTITY);
        assertThat(ContentCoding.of("identity")).contains(ContentCoding.IDENTITY);
        assertThat(ContentCoding.of(" GZip ")).contains(ContentCoding.GZIP);
        assertThat(ContentCoding.of("zstd")).contains(ContentCoding.ZSTD);
        assertThat(ContentCoding.of("br")).isEmpty();
        assertThat(ContentCoding.of("gzip, gzip")).isEmpty();
        assertThat(ContentCoding.ZSTD.wireName()).isEqualTo("zstd");
    }

    @Test
    void unpacksGzipOfSeveralMembers() throws IOException {
        byte[] packed = concat(gzip("id,prediction\n"), gzip("1,0.5\n"));

        assertThat(decode(ContentCoding.GZIP, packed)).isEqualTo("id,prediction\n1,0.5\n");
    }

    @Test
    void unpacksZstdOfSeveralFrames() throws IOException {
        byte[] packed =
                concat(Zstd.compress("id,prediction\n".getBytes(UTF_8)), Zstd.compress("1,0.5\n".getBytes(UTF_8)));

        assertThat(decode(ContentCoding.ZSTD, packed)).isEqualTo("id,prediction\n1,0.5\n");
    }

    @Test
    void refusesWhatIsNotPacked() {
        byte[] plain = "id,prediction\n".getBytes(UTF_8);

        assertThatThrownBy(() -> decode(ContentCoding.GZIP, plain)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> decode(ContentCoding.ZSTD, plain)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        byte[] gzip = gzip("id,prediction\n1,0.5\n");
        byte[] zstd = Zstd.compress("id,prediction\n1,0.5\n".getBytes(UTF_8));

        assertThatThrownBy(() -> decode(ContentCoding.GZIP, Arrays.copyOf(gzip, gzip.length - 9)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> decode(ContentCoding.ZSTD, Arrays.copyOf(zstd, zstd.length - 3)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesZstdWithAWindowThatEatsMemory() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(packed).setLong(27)) {
            out.write(new byte[1000]);
        }

        assertThatThrownBy(() -> decode(ContentCoding.ZSTD, packed.toByteArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void stopsBombs() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            out.write(new byte[10_000_000]);
        }
        assertThat(bomb.size()).isLessThan(20_000);

        try (InputStream in = ContentCoding.GZIP.decode(new ByteArrayInputStream(bomb.toByteArray()));
                LimitedInputStream limited = new LimitedInputStream(in, 1_000_000)) {
            assertThatThrownBy(() -> limited.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOfSatisfying(LimitExceededException.class, e -> assertThat(e.limit())
                            .isEqualTo(1_000_000));
            assertThat(limited.count()).isEqualTo(1_000_001);
        }
    }

    @Test
    void letsExactlyTheLimitPass() throws IOException {
        try (LimitedInputStream limited = new LimitedInputStream(new ByteArrayInputStream(new byte[100]), 100)) {
            assertThat(limited.readAllBytes()).hasSize(100);
            assertThat(limited.read()).isEqualTo(-1);
        }
        try (LimitedInputStream limited = new LimitedInputStream(new ByteArrayInputStream(new byte[101]), 100)) {
            assertThat(limited.readNBytes(100)).hasSize(100);
            assertThatThrownBy(limited::read).isInstanceOf(LimitExceededException.class);
        }
    }

    private static String decode(ContentCoding coding, byte[] packed) throws IOException {
        try (InputStream in = coding.decode(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] a, byte[] b) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(a);
        bytes.write(b);
        return bytes.toByteArray();
    }
}
