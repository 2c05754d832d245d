package podium.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import podium.backends.KeycloakServer;
import podium.backends.process.ServerProcess;

/** Keycloak behind the origin, with the realm {@code podium}. */
final class SignInServer implements Server {
    private static final String REALM = "podium";
    private static final String PREFIX = "/auth";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final KeycloakServer server;
    private final HttpClient http;
    private final int port;
    private final Path log;

    private SignInServer(KeycloakServer server, HttpClient http, int port, Path log) {
        this.server = server;
        this.http = http;
        this.port = port;
        this.log = log;
    }

    static SignInServer start(HttpClient http, StateDirectory state, Path realm, int port, URI origin) {
        Path directory = state.directory("keycloak");
        Path log = directory.resolve("keycloak.log");
        state.linkLog(Component.KEYCLOAK, log);
        KeycloakServer server = KeycloakServer.start(new KeycloakServer.Settings(
                directory,
                port,
                realm,
                REALM,
                PREFIX,
                origin.resolve(PREFIX),
                Map.of("PODIUM_PAGES_SECRET", state.password("pages-client")),
                false));
        return new SignInServer(server, http, port, log);
    }

    @Override
    public ServerProcess process() {
        return server;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public boolean healthy() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.realmUrl() + "/.well-known/openid-configuration"))
                .timeout(ANSWER_WITHIN)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
