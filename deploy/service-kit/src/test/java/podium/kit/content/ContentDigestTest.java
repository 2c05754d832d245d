package podium.kit.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {
    /** RFC 9530, appendix B.1: the representation and its digests. */
    private static final String BODY = "{\"hello\": \"world\"}\n";

    private static final String SHA_256 = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";
    private static final String SHA_512 =
            "sha-512=:YMAam51Jz/jOATT6/zvHrLVgOYTGFy1d6GJiOHTohq4yP+pgk4vf2aCsyRZOtw8MjkM7iw7yZ/WkppmM44T3qg==:";

    @ParameterizedTest
    @ValueSource(strings = {SHA_256, SHA_512, SHA_256 + ", " + SHA_512, "md5=:AAAA:, " + SHA_256, SHA_256 + ";a=1"})
    void acceptsTheBodyThatWasDeclared(String header) throws IOException {
        ContentDigest digest = ContentDigest.parse(header);

        assertThat(digest.isEmpty()).isFalse();
        assertThat(matches(digest, BODY)).isTrue();
        assertThat(matches(digest, BODY + " ")).isFalse();
    }

    @Test
    void refusesIfOneOfTwoIsWrong() throws IOException {
        ContentDigest digest = ContentDigest.parse(SHA_512 + ", sha-256=:" + "A".repeat(43) + "=:");

        assertThat(matches(digest, BODY)).isFalse();
    }

    @Test
    void verifiesNothingThatWasNotDeclared() throws IOException {
        assertThat(ContentDigest.parse(null).isEmpty()).isTrue();
        assertThat(ContentDigest.parse("md5=:AAAA:").isEmpty()).isTrue();
        assertThat(matches(ContentDigest.parse(null), BODY)).isTrue();
    }

    @Test
    void readsWhatADecoderLeftOver() throws IOException {
        ContentDigest.Reading reading =
                ContentDigest.parse(SHA_256).reading(new ByteArrayInputStream(BODY.getBytes(UTF_8)));
        reading.stream().readNBytes(5);

        assertThat(reading.matches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sha-256", "sha-256=abc", "sha-256=:abc", "sha-256=:AAAA:", "sha-256=:=:", SHA_256 + ","})
    void refusesWhatIsMalformed(String header) {
        assertThatThrownBy(() -> ContentDigest.parse(header)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean matches(ContentDigest digest, String body) throws IOException {
        ContentDigest.Reading reading = digest.reading(new ByteArrayInputStream(body.getBytes(UTF_8)));
        reading.stream().readAllBytes();
        return reading.matches();
    }
}
