package podium.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person's access tokens, got with user name and password (the grant of the client {@code podium-cli}, which exists on
 * local platforms only) and got anew before they expire.
 */
public final class SignIn {
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI endpoint;
    private final String form;
    private @Nullable String token;
    private long renewAt;

    SignIn(HttpClient http, URI origin, String user, String password) {
        this.http = http;
        this.endpoint = origin.resolve("/auth/realms/podium/protocol/openid-connect/token");
        this.form = Map.of(
                        "grant_type", "password",
                        "client_id", "podium-cli",
                        "scope", "openid profile email",
                        "username", user,
                        "password", password)
                .entrySet()
                .stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * A token that is good for some time yet.
     *
     * @return the access token
     */
    public synchronized String token() throws IOException, InterruptedException {
        String known = token;
        if (known != null && System.nanoTime() < renewAt) {
            return known;
        }
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 500) {
            throw new IOException("Keycloak answered " + response.statusCode() + ".");
        }
        var json = new Answer("POST " + endpoint.getPath(), response).json();
        String fresh = json.path("access_token").asText();
        Duration good = Duration.ofSeconds(json.path("expires_in").asLong()).minus(RENEW_BEFORE);
        token = fresh;
        renewAt = System.nanoTime() + good.toNanos();
        return fresh;
    }

    /**
     * Who that is: the pseudonymous id that the platform knows people by.
     *
     * @return the token's {@code sub}
     */
    public String subject() throws IOException, InterruptedException {
        byte[] claims = Base64.getUrlDecoder().decode(token().split("\\.", -1)[1]);
        return Json.MAPPER.readTree(claims).path("sub").asText();
    }
}
