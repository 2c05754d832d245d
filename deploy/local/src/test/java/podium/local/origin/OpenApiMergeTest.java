package podium.local.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podium.local.client.Json;

class OpenApiMergeTest {
    private static final String ONE = """
            {"openapi": "3.1.0", "info": {"title": "one", "version": "1"},
             "tags": [{"name": "contests"}],
             "paths": {"/api/v1/b": {"get": {"responses": {"200": {"$ref": "#/components/responses/Ok"}}}},
                       "/q/health": {"get": {}}},
             "components": {"schemas": {"Page": {"type": "object"}, "Same": {"type": "string"}},
                            "responses": {"Ok": {"description": "fine"}},
                            "securitySchemes": {"SignIn": {"type": "openIdConnect",
                                "openIdConnectUrl": "http://10.0.0.7:9999/auth/realms/podium/.well-known"}}}}
            """;
    private static final String TWO = """
            {"openapi": "3.1.0", "info": {"title": "two", "version": "1"},
             "tags": [{"name": "boards"}, {"name": "contests"}],
             "paths": {"/api/v1/a": {"get": {"schema": {"$ref": "#/components/schemas/Page"},
                                             "other": [{"$ref": "#/components/schemas/Same"}]}}},
             "components": {"schemas": {"Page": {"type": "array", "items": {"$ref": "#/components/schemas/Page"}},
                                        "Same": {"type": "string"}}}}
            """;

    @Test
    void publicPathsOfAllServicesAreThereInOrder() {
        JsonNode whole = merge();
        assertThat(whole.path("paths").fieldNames()).toIterable().containsExactly("/api/v1/a", "/api/v1/b");
        assertThat(whole.path("info").toString()).isEqualTo("{\"title\":\"Podium\",\"version\":\"1\"}");
        assertThat(whole.path("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
        assertThat(whole.path("tags").toString()).isEqualTo("[{\"name\":\"boards\"},{\"name\":\"contests\"}]");
    }

    @Test
    void aNameThatTwoServicesUseDifferentlyIsKeptForBoth() {
        JsonNode whole = merge();
        assertThat(whole.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("Page", "Same", "two-Page");
        assertThat(whole.at("/components/schemas/Page/type").asText()).isEqualTo("object");
        assertThat(whole.at("/components/schemas/two-Page/items/$ref").asText())
                .isEqualTo("#/components/schemas/two-Page");
        assertThat(whole.at("/paths/~1api~1v1~1a/get/schema/$ref").asText()).isEqualTo("#/components/schemas/two-Page");
        assertThat(whole.at("/paths/~1api~1v1~1a/get/other/0/$ref").asText()).isEqualTo("#/components/schemas/Same");
    }

    @Test
    void signInIsAtTheOrigin() {
        assertThat(merge().at("/components/securitySchemes/SignIn/openIdConnectUrl")
                        .asText())
                .isEqualTo("/auth/realms/podium/.well-known");
    }

    @Test
    void theDocumentsAreNotChanged() {
        JsonNode one = json(ONE);
        JsonNode two = json(TWO);
        OpenApiMerge.merge("Podium", "1", Map.of("one", one, "two", two), _ -> true);
        assertThat(one).isEqualTo(json(ONE));
        assertThat(two).isEqualTo(json(TWO));
    }

    @Test
    void twoOwnersOfOneOperationAreAMistake() {
        Map<String, JsonNode> documents = Map.of("one", json(ONE), "two", json(ONE));
        assertThatThrownBy(() -> OpenApiMerge.merge("Podium", "1", documents, _ -> true))
                .hasMessage("Two services have GET /api/v1/b.");
    }

    private static JsonNode merge() {
        return OpenApiMerge.merge(
                "Podium", "1", Map.of("one", json(ONE), "two", json(TWO)), path -> path.startsWith("/api/"));
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
