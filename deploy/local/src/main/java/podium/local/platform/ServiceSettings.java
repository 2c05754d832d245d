package podium.local.platform;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The configuration of each service, written into a file that only its owner may read: it has secrets in it. */
final class ServiceSettings {
    private final StateDirectory state;
    private final Databases databases;
    private final Broker broker;
    private final int keycloakPort;

    ServiceSettings(StateDirectory state, Databases databases, Broker broker, int keycloakPort) {
        this.state = state;
        this.databases = databases;
        this.broker = broker;
        this.keycloakPort = keycloakPort;
    }

    /**
     * Writes the file of a service.
     *
     * @param service which
     * @param port where it is to listen
     * @return the properties file
     */
    Path write(Component service, int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
        settings.put("quarkus.http.proxy.enable-forwarded-host", "true");
        settings.put("quarkus.banner.enabled", "false");
        Database database = databases.of(service);
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.user());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        // Each channel would sleep for two seconds when it is closed, which nobody at a terminal wants to wait for.
        // What
        // was not acknowledged comes again, and is known.
        settings.put("mp.messaging.connector.smallrye-kafka.graceful-shutdown", "false");
        settings.put("quarkus.oidc.auth-server-url", "http://127.0.0.1:" + keycloakPort + "/auth/realms/podium");
        switch (service) {
            case SUBMISSION -> {
                store(settings, "uploads");
                store(settings, "releases");
                settings.put(
                        "podium.submission.receipt-key",
                        state.signingKey("receipt-key.pem").toUri().toString());
            }
            case SCORING -> {
                store(settings, "uploads");
                store(settings, "vault");
                store(settings, "keys");
                store(settings, "releases");
                settings.put("podium.scoring.master-key", state.key("master-key"));
            }
            default -> {
                // leaderboard-service has no files and no keys
            }
        }
        return state.writePrivate(
                state.directory("settings").resolve(service.fileName() + ".properties"), properties(settings));
    }

    private void store(Map<String, String> settings, String name) {
        settings.put(
                "podium.stores." + name + ".uri",
                state.directory("stores/" + name).toUri().toString());
    }

    private static String properties(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
