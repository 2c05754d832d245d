package podium.local.origin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which paths are public, and whose they are. Whatever is not listed is not reachable: neither {@code /q/*} of a service
 * nor Keycloak's administration.
 */
public final class Routes {
    private static final Map<String, Upstream> PREFIXES = new TreeMap<>(Map.of(
            "/api/v1/contests", Upstream.SUBMISSION,
            "/api/v1/teams", Upstream.SUBMISSION,
            "/api/v1/invitations", Upstream.SUBMISSION,
            "/api/v1/submissions", Upstream.SUBMISSION,
            "/api/v1/datasets", Upstream.SCORING,
            "/api/v1/rescores", Upstream.SCORING,
            "/api/v1/integrity-flags", Upstream.SCORING,
            "/api/v1/leaderboards", Upstream.LEADERBOARD,
            "/auth/realms/podium", Upstream.KEYCLOAK,
            "/auth/resources", Upstream.KEYCLOAK));

    private Routes() {}

    /**
     * Finds whose a path is.
     *
     * @param path of a request, as sent, without the query
     * @return empty if it is nobody's, or could become another path when it is normalized
     */
    public static Optional<Upstream> of(String path) {
        if (ambiguous(path)) {
            return Optional.empty();
        }
        return PREFIXES.entrySet().stream()
                .filter(route -> path.equals(route.getKey()) || path.startsWith(route.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Dot segments and encoded separators: a server behind may read {@code /api/v1/teams/../../../q/metrics} its way. */
    private static boolean ambiguous(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.contains("%2f") || lower.contains("%5c") || lower.contains("\\") || lower.contains("//")) {
            return true;
        }
        for (String segment : lower.replace("%2e", ".").split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
