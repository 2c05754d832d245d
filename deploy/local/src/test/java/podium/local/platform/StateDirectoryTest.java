package podium.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
    @TempDir
    private Path temporary;

    @Test
    void oneLauncherAtATimeUsesIt() {
        try (StateDirectory _ = StateDirectory.take(temporary, false)) {
            assertThatThrownBy(() -> StateDirectory.take(temporary, true))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageStartingWith("Another Podium runs on " + temporary);
        }
        StateDirectory.take(temporary, false).close();
    }

    @Test
    void secretsAreMadeOnceAndForTheirOwnerAlone() throws IOException {
        String first;
        try (StateDirectory state = StateDirectory.take(temporary, false)) {
            first = state.key("master-key");
            assertThat(Base64.getDecoder().decode(first)).hasSize(32);
            assertThat(state.password("a")).hasSize(32).isNotEqualTo(state.password("b"));
        }
        try (StateDirectory state = StateDirectory.take(temporary, false)) {
            assertThat(state.key("master-key")).isEqualTo(first);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                        temporary.resolve("secrets").resolve("master-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theSigningKeyIsAPrivateEd25519KeyInPem() throws Exception {
        try (StateDirectory state = StateDirectory.take(temporary, false)) {
            String pem = Files.readString(state.signingKey("receipt-key.pem"));
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            assertThat(KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(der))
                            .getAlgorithm())
                    .isEqualTo("EdDSA");
        }
    }

    @Test
    void freshDeletesWhatWasKeptButNotWhatLinksPointTo(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("precious"), "x");
        String first;
        try (StateDirectory state = StateDirectory.take(temporary, false)) {
            first = state.key("master-key");
            state.linkLog(Component.KAFKA, outside);
        }
        try (StateDirectory state = StateDirectory.take(temporary, true)) {
            assertThat(temporary.resolve("secrets")).doesNotExist();
            assertThat(outside).hasContent("x");
            assertThat(state.key("master-key")).isNotEqualTo(first);
        }
    }
}
