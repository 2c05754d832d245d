package podium.kit.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Prefer} (RFC 7240). Preferences that are not understood are ignored, as it demands. */
public final class Prefer {
    private static final Pattern WAIT =
            Pattern.compile("(?:^|,)\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=[;,]|$)", Pattern.CASE_INSENSITIVE);

    private Prefer() {}

    /**
     * How long the client wants the request to wait for the result: {@code Prefer: wait=30}, in seconds.
     *
     * @param header the header's value, null if there was none
     * @param longest the longest wait that is granted
     * @return zero if the client did not ask
     */
    public static Duration wait(@Nullable String header, Duration longest) {
        Matcher m = WAIT.matcher(header == null ? "" : header);
        if (!m.find()) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(m.group(1)));
        return asked.compareTo(longest) < 0 ? asked : longest;
    }
}
