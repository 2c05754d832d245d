package podium.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API that the origin publishes is the one that is kept with the other contracts, so that a change of it is seen. */
class OpenApiST {
    private static final Path KEPT = Path.of("..", "..", "docs", "contracts", "openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void theWholeApiIsTheOneThatIsKept() throws IOException {
        // Given
        JsonNode published;
        try (InputStream in =
                SharedPlatform.get().origin().resolve("/openapi.json").toURL().openStream()) {
            published = JSON.readTree(in);
        }
        Path now = Path.of("target", "openapi.json");
        Files.writeString(now, JSON.writeValueAsString(published) + "\n");

        // Then
        assertThat(JSON.readTree(KEPT.toFile()))
                .as("If the change is wanted: cp %s docs/contracts/openapi.json", now.toAbsolutePath())
                .isEqualTo(published);
    }
}
