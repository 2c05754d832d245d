package podium.submission.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.kit.content.ContentCoding;
import podium.kit.content.ContentDigest;
import podium.kit.file.PendingFile;
import podium.kit.file.StoreException;
import podium.kit.file.StoredFile;
import podium.submission.upload.Intake.Taken;

class IntakeTest {
    private static final byte[] CSV = csv(20_000);
    private static final long LIMIT = 1_000_000;

    @ParameterizedTest
    @EnumSource
    void stores_the_bytes_as_they_were_sent(ContentCoding coding) throws IOException {
        byte[] sent = pack(coding, CSV);
        Memory file = new Memory();

        Taken taken = take(coding, "", sent, LIMIT, file);

        assertThat(taken).isEqualTo(new Taken.Stored(new StoredFile(Memory.ID, sent.length, hex(sent))));
        assertThat(file.content.toByteArray()).isEqualTo(sent);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_of_exactly_the_limit_is_taken_and_one_byte_more_is_not(ContentCoding coding) throws IOException {
        byte[] sent = pack(coding, CSV);

        assertThat(take(coding, "", sent, CSV.length)).isInstanceOf(Taken.Stored.class);
        assertThat(take(coding, "", sent, CSV.length - 1)).isEqualTo(new Taken.TooLarge(CSV.length - 1));
    }

    @Test
    void a_bomb_ends_at_the_limit() throws IOException {
        byte[] bomb = pack(ContentCoding.GZIP, new byte[50_000_000]);
        Memory file = new Memory();

        assertThat(take(ContentCoding.GZIP, "", bomb, LIMIT, file)).isEqualTo(new Taken.TooLarge(LIMIT));
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(file.complete).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void a_truncated_file_is_broken(ContentCoding coding) throws IOException {
        byte[] sent = pack(coding, CSV);

        assertThat(take(coding, "", Arrays.copyOf(sent, sent.length - 5), LIMIT))
                .isInstanceOf(Taken.CodingBroken.class);
        assertThat(take(coding, "", Arrays.copyOf(sent, 3), LIMIT)).isInstanceOf(Taken.CodingBroken.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void garbage_after_the_content_is_broken(ContentCoding coding) throws IOException {
        byte[] sent = pack(coding, CSV);
        for (int garbage : new int[] {1, 7, 8, 9, 100, 200_000}) {
            byte[] more = Arrays.copyOf(sent, sent.length + garbage);
            Arrays.fill(more, sent.length, more.length, (byte) 'x');

            assertThat(take(coding, "", more, LIMIT)).as("%d bytes", garbage).isInstanceOf(Taken.CodingBroken.class);
        }
    }

    @Test
    void several_gzip_members_are_one_file() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(pack(ContentCoding.GZIP, CSV));
        both.write(pack(ContentCoding.GZIP, CSV));

        assertThat(take(ContentCoding.GZIP, "", both.toByteArray(), LIMIT)).isInstanceOf(Taken.Stored.class);
        assertThat(take(ContentCoding.GZIP, "", both.toByteArray(), CSV.length + 1L))
                .isInstanceOf(Taken.TooLarge.class);
    }

    @Test
    void what_is_not_packed_is_broken() throws IOException {
        assertThat(take(ContentCoding.GZIP, "", CSV, LIMIT)).isInstanceOf(Taken.CodingBroken.class);
        assertThat(take(ContentCoding.ZSTD, "", CSV, LIMIT)).isInstanceOf(Taken.CodingBroken.class);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_empty(ContentCoding coding) throws IOException {
        assertThat(take(coding, "", new byte[0], LIMIT)).isEqualTo(new Taken.Empty());
        if (coding != ContentCoding.IDENTITY) {
            assertThat(take(coding, "", pack(coding, new byte[0]), LIMIT)).isEqualTo(new Taken.Empty());
        }
    }

    @Test
    void the_declared_digest_covers_the_bytes_as_sent() throws IOException {
        byte[] sent = pack(ContentCoding.GZIP, CSV);

        assertThat(take(ContentCoding.GZIP, "sha-256=:" + base64(sent) + ":", sent, LIMIT))
                .isInstanceOf(Taken.Stored.class);
        assertThat(take(ContentCoding.GZIP, "sha-256=:" + base64(CSV) + ":", sent, LIMIT))
                .isEqualTo(new Taken.DigestMismatch());
    }

    @Test
    void a_body_that_breaks_off_is_nobodys_fault_but_the_senders() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(CSV), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThat(intake(ContentCoding.IDENTITY, "", LIMIT, _ -> {}).take(broken, new Memory()))
                .isEqualTo(new Taken.Interrupted("The body broke off."));
    }

    @Test
    void an_upload_can_be_ended_on_its_way() {
        Intake intake = intake(ContentCoding.IDENTITY, "", LIMIT, total -> {
            throw new Intake.InterruptedUploadException("too slow at " + total);
        });

        assertThat(intake.take(new ByteArrayInputStream(CSV, 0, 100), new Memory()))
                .isEqualTo(new Taken.Interrupted("too slow at 100"));
    }

    @Test
    void a_store_that_fails_is_not_the_senders_fault() {
        Memory full = new Memory() {
            @Override
            public OutputStream stream() {
                return new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("no space left");
                    }
                };
            }
        };

        assertThatThrownBy(() -> take(ContentCoding.IDENTITY, "", CSV, LIMIT, full))
                .isInstanceOf(StoreException.class);
    }

    private static Taken take(ContentCoding coding, String digest, byte[] sent, long limit) {
        return take(coding, digest, sent, limit, new Memory());
    }

    private static Taken take(ContentCoding coding, String digest, byte[] sent, long limit, PendingFile file) {
        return intake(coding, digest, limit, _ -> {}).take(new ByteArrayInputStream(sent), file);
    }

    private static Intake intake(ContentCoding coding, String digest, long limit, TeeInputStream.Progress progress) {
        return new Intake(coding, ContentDigest.parse(digest.isEmpty() ? null : digest), limit, progress);
    }

    static byte[] pack(ContentCoding coding, byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out =
                switch (coding) {
                    case IDENTITY -> packed;
                    case GZIP -> new GZIPOutputStream(packed);
                    case ZSTD -> new ZstdOutputStream(packed);
                }) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] csv(int rows) {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("id,class\n");
        for (int i = 0; i < rows; i++) {
            csv.append(i).append(',').append(random.nextDouble()).append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(sha256(content));
    }

    /** A file in memory. */
    private static class Memory implements PendingFile {
        static final UUID ID = new UUID(0, 7);
        final ByteArrayOutputStream content = new ByteArrayOutputStream();
        boolean complete;

        @Override
        public OutputStream stream() {
            return content;
        }

        @Override
        public StoredFile complete() {
            complete = true;
            return new StoredFile(ID, content.size(), hex(content.toByteArray()));
        }

        @Override
        public void close() {
            // Nothing to discard.
        }
    }
}
