package podium.kit.security;

/** The roles of people, for {@code @RolesAllowed}. What someone may do with one particular thing is its owner's question. */
public final class Roles {
    /** Arranges what others take part in. */
    public static final String ORGANIZER = "organizer";
    /** Takes part. */
    public static final String CONTESTANT = "contestant";
    /** Runs the platform. */
    public static final String OPERATOR = "operator";

    private Roles() {}
}
