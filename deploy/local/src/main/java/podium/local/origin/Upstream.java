package podium.local.origin;

/** Who stands behind the origin. */
public enum Upstream {
    /** Contests, terms, teams, uploads, downloads. */
    SUBMISSION("submission-service"),
    /** Datasets and rescores, for organizers. */
    SCORING("scoring-service"),
    /** Boards and their streams. */
    LEADERBOARD("leaderboard-service"),
    /** Sign-in. */
    KEYCLOAK("keycloak");

    private final String label;

    Upstream(String label) {
        this.label = label;
    }

    /**
     * What people call it.
     *
     * @return such as {@code submission-service}
     */
    public String label() {
        return label;
    }
}
