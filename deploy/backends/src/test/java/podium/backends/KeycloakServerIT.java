package podium.backends;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One test and not several: on a new machine the first start takes a minute. */
@Timeout(value = 15, unit = MINUTES)
class KeycloakServerIT {
    private static final String REALM = """
            {"realm": "contest", "enabled": true, "sslRequired": "none",
             "clients": [{"clientId": "test", "publicClient": true, "directAccessGrantsEnabled": true}],
             "users": [{"username": "alice", "enabled": true, "email": "alice@example.org", "emailVerified": true,
                        "firstName": "Alice", "lastName": "A",
                        "credentials": [{"type": "password", "value": "wonderland"}]}]}
            """;

    @TempDir
    Path directory;

    @Test
    void servesAnImportedRealmBehindAPublicUrlAndSurvivesAKill() throws Exception {
        // Given
        Path realm = Files.writeString(directory.resolve("contest-realm.json"), REALM);
        try (KeycloakServer server = KeycloakServer.start(new KeycloakServer.Settings(
                directory.resolve("keycloak"),
                0,
                realm,
                "contest",
                "/auth",
                URI.create("http://localhost:8080/auth"),
                Map.of(),
                false))) {
            // Then tokens name the public URL, and this machine asks directly
            String configuration = get(server.realmUrl() + "/.well-known/openid-configuration");
            assertThat(configuration)
                    .contains("\"issuer\":\"http://localhost:8080/auth/realms/contest\"")
                    .contains("\"token_endpoint\":\"" + server.realmUrl() + "/protocol/openid-connect/token\"");
            assertThat(signIn(server, "wonderland")).contains("access_token");
            assertThat(signIn(server, "wrong")).contains("invalid_grant");

            // When
            URI before = server.realmUrl();
            server.kill();
            server.restart();

            // Then
            assertThat(server.realmUrl()).isEqualTo(before);
            assertThat(signIn(server, "wonderland")).contains("access_token");
        }
    }

    private static String signIn(KeycloakServer server, String password) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.realmUrl() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=test&username=alice&password=" + password))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static String get(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
