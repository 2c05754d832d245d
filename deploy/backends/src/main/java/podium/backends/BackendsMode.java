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
    },

    /** Containers; without an engine that is a failure. */
    CONTAINERS {
        @Override
        Postgres startPostgres() {
            return new ContainerPostgres();
        }

        @Override
        Kafka startKafka() {
            return new ContainerKafka();
        }
    },

    /** Containers if an engine answers, child processes otherwise. */
    AUTO {
        @Override
        Postgres startPostgres() {
            return found().startPostgres();
        }

        @Override
        Kafka startKafka() {
            return found().startKafka();
        }

        private BackendsMode found() {
            return ContainerEngine.available() ? CONTAINERS : EMBEDDED;
        }
    };

    /** Names the mode. */
    static final String PROPERTY = "podium.backends";

    abstract Postgres startPostgres();

    abstract Kafka startKafka();

    static BackendsMode chosen() {
        return of(System.getProperty(PROPERTY, "embedded"));
    }

    static BackendsMode of(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findAny()
                .orElseThrow(() -> new BackendException("-D" + PROPERTY + "=" + name + " is none of "
                        + Arrays.toString(values()).toLowerCase(Locale.ROOT) + "."));
    }
}
