package podium.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How large request bodies may be. The entry {@code default} is for all paths that no other entry names; without it they
 * may have 1 MiB. {@code quarkus.http.limits.max-body-size} must not be smaller than the largest of them.
 */
@ConfigMapping(prefix = "podium.kit.limits")
interface RequestLimits {
    String DEFAULT = "default";
    long DEFAULT_BYTES = 1024 * 1024;

    /** The limits by name; the name is free. */
    @WithParentName
    Map<String, Limit> limits();

    /** The limit of some paths. */
    interface Limit {
        /** Which: a path with {@code *} for any one segment, and <code>**</code> for any rest. */
        @WithDefault("/**")
        String path();

        /** The most bytes, as they are sent: {@code 512K}, {@code 200M}. */
        MemorySize bytes();
    }

    /** The most bytes that the body of a request to this path may have. The longest pattern that matches decides. */
    default long bytes(String path) {
        return limits().entrySet().stream()
                .filter(e -> !e.getKey().equals(DEFAULT))
                .map(Map.Entry::getValue)
                .filter(limit -> matches(limit.path(), path))
                .max(Comparator.comparingInt(limit -> limit.path().length()))
                .map(limit -> limit.bytes().asLongValue())
                .orElseGet(this::defaultBytes);
    }

    private long defaultBytes() {
        Limit limit = limits().get(DEFAULT);
        return limit == null ? DEFAULT_BYTES : limit.bytes().asLongValue();
    }

    private static boolean matches(String pattern, String path) {
        // Quoted as a whole; the stars step out of the quotation.
        String regex = Pattern.quote(pattern)
                .replace("**", "\\E.\u0000\\Q")
                .replace("*", "\\E[^/]*\\Q")
                .replace('\u0000', '*');
        return Pattern.matches(regex, path);
    }
}
