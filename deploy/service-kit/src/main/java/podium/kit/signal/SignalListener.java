package podium.kit.signal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import podium.kit.time.Backoff;

/**
 * Listens on one direct connection per replica and connects again by itself.
 *
 * <p>The connection is not from the pool: it lives as long as the replica, does nothing but listen, and a pool would want
 * to validate, age and take it back.
 */
@ApplicationScoped
class SignalListener {

    private static final Logger LOG = Logger.getLogger(SignalListener.class);
    private static final int LIVENESS_SECONDS = 5;

    private final Signals signals;
    private final SignalConfig config;
    private final String url;
    private final Properties credentials = new Properties();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Connection current;
    private volatile @Nullable Thread thread;

    SignalListener(
            Signals signals,
            SignalConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String dataSourceUrl,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.signals = signals;
        this.config = config;
        this.url = config.jdbcUrl().orElse(dataSourceUrl);
        user.ifPresent(value -> credentials.setProperty("user", value));
        password.ifPresent(value -> credentials.setProperty("password", value));
        credentials.setProperty("ApplicationName", "podium-signals");
        credentials.setProperty("tcpKeepAlive", "true");
        credentials.setProperty("connectTimeout", "10");
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("signal-listener").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        Connection open = current;
        if (open != null) {
            abort(open); // Ends the wait for notifications at once; close() would wait for it.
        }
        Thread listening = thread;
        if (listening != null) {
            listening.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        var backoff = new Backoff(config.reconnectAfter(), config.reconnectCap());
        int failures = 0;
        while (!isStopped()) {
            try (Connection connection = DriverManager.getConnection(url, credentials)) {
                current = connection;
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + Signals.POSTGRES_CHANNEL);
                }
                failures = 0;
                signals.gap();
                listen(connection);
            } catch (SQLException e) {
                if (!isStopped()) {
                    failures++;
                    LOG.warnf("Not listening to PostgreSQL, will connect again: %s", e.getMessage());
                    await(backoff.after(failures, ThreadLocalRandom.current()));
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        int heartbeat = Math.toIntExact(config.heartbeat().toMillis());
        while (!isStopped()) {
            var notifications = postgres.getNotifications(heartbeat);
            if (notifications == null || notifications.length == 0) {
                if (!connection.isValid(LIVENESS_SECONDS)) {
                    throw new SQLException("the connection shows no sign of life", "08006");
                }
                continue;
            }
            for (var each : notifications) {
                signals.deliver(each.getParameter());
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void await(Duration pause) {
        try {
            boolean _ = stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            stopped.countDown();
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The listening connection was gone already", e);
        }
    }
}
