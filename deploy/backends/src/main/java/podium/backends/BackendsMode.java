package podium.backends;

import java.util.Arrays;
import java.util.Locale;
import podium.backends.process.BackendException;

/** Where PostgreSQL and Kafka come from: the system property {@code podium.backends}. */
enum BackendsMode {
    /** Child processes of this JVM. */
    EMBEDDED {
        @Override
        Postgres startPostgres() {
            return PostgresServer.start(PostgresServer.Settings.forTests());
        }

        @Override
        Kafka startKafka() {
            return KafkaServer.start(KafkaServer.Settings.forTests());
        }
    };

    /** Names the mode. */
    static final String PROPERTY = "podium.backends";

    abstract Postgres startPostgres();

    abstract Kafka startKafka();

    static BackendsMode chosen() {
        String name = System.getProperty(PROPERTY, "embedded").strip();
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(name.toUpperCase(Locale.ROOT)))
                .findAny()
                .orElseThrow(() -> new BackendException("-D" + PROPERTY + "=" + name + " is none of "
                        + Arrays.toString(values()).toLowerCase(Locale.ROOT) + "."));
    }
}
