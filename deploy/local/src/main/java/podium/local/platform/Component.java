package podium.local.platform;

import java.util.List;

/** A part of the platform that is a process of its own. */
public enum Component {
    /** PostgreSQL, with a database for each service. */
    POSTGRES("PostgreSQL", "postgresql"),
    /** Kafka, one broker. */
    KAFKA("Kafka", "kafka"),
    /** Keycloak, with the realm podium. */
    KEYCLOAK("Keycloak", "keycloak"),
    /** The front desk. */
    SUBMISSION("submission-service", "submission-service"),
    /** The vault and the judge. */
    SCORING("scoring-service", "scoring-service"),
    /** The scoreboard. */
    LEADERBOARD("leaderboard-service", "leaderboard-service");

    /** The three services. */
    public static final List<Component> SERVICES = List.of(SUBMISSION, SCORING, LEADERBOARD);

    private final String label;
    private final String fileName;

    Component(String label, String fileName) {
        this.label = label;
        this.fileName = fileName;
    }

    /**
     * What people call it.
     *
     * @return such as {@code Kafka} or {@code scoring-service}
     */
    public String label() {
        return label;
    }

    /**
     * What its files are called.
     *
     * @return such as {@code kafka}
     */
    public String fileName() {
        return fileName;
    }

    /**
     * The name of its database and role, for a service.
     *
     * @return such as {@code scoring}
     */
    public String database() {
        if (!SERVICES.contains(this)) {
            throw new IllegalArgumentException(label + " has no database.");
        }
        return fileName.substring(0, fileName.indexOf('-'));
    }
}
