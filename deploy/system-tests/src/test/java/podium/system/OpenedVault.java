package podium.system;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import podium.local.platform.Component;
import podium.local.platform.Platform;

/**
 * The files of one contest in the vault of a platform on this machine, opened as its operator could and nobody else can: with the
 * master key, scoring's database, the key store and the vault, all four.
 */
final class OpenedVault {
    private static final int NONCE_END = 13;
    private static final int TAG_BITS = 128;
    private static final int SEGMENT = 1 << 20;

    private final Platform platform;
    private final UUID contest;
    private final AesGcmHkdfStreaming cipher;

    OpenedVault(Platform platform, UUID contest) {
        this.platform = platform;
        this.contest = contest;
        try {
            byte[] key = unwrapped(Files.readAllBytes(file("stores/keys", keyFile())));
            cipher = new AesGcmHkdfStreaming(key, "HmacSha256", key.length, SEGMENT, 0);
        } catch (IOException | GeneralSecurityException | SQLException e) {
            throw new IllegalStateException("The vault cannot be opened", e);
        }
    }

    /** The contents of the contest's files. */
    Stream<byte[]> files() {
        try (Stream<Path> files = Files.walk(platform.home().resolve("stores/vault"))) {
            return files.filter(Files::isRegularFile).map(this::opened).flatMap(Optional::stream).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for a file of another contest: its key does not fit. */
    private Optional<byte[]> opened(Path sealed) {
        try (InputStream in = cipher.newDecryptingStream(
                Files.newInputStream(sealed),
                context(UUID.fromString(sealed.getFileName().toString())))) {
            return Optional.of(in.readAllBytes());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] context(UUID file) {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(contest.getMostSignificantBits())
                .putLong(contest.getLeastSignificantBits())
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .array();
    }

    private byte[] unwrapped(byte[] wrapped) throws IOException, GeneralSecurityException {
        byte[] master = Base64.getDecoder()
                .decode(Files.readString(file("secrets", "master-key")).strip());
        Cipher unwrap = Cipher.getInstance("AES/GCM/NoPadding");
        unwrap.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(master, "AES"),
                new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(wrapped, 1, NONCE_END)));
        unwrap.updateAAD((contest + "/vault").getBytes(StandardCharsets.UTF_8));
        return unwrap.doFinal(wrapped, NONCE_END, wrapped.length - NONCE_END);
    }

    private String keyFile() throws SQLException {
        try (Connection database = platform.database(Component.SCORING).connect();
                PreparedStatement query = database.prepareStatement(
                        "select file_id from contest_key where contest_id = ? and purpose = 'vault'")) {
            query.setObject(1, contest);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Contest " + contest + " has no key of the vault");
                }
                return rows.getString(1);
            }
        }
    }

    private Path file(String directory, String name) throws IOException {
        try (Stream<Path> files = Files.walk(platform.home().resolve(directory))) {
            return files.filter(path -> path.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
