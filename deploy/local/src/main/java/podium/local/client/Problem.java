package podium.local.client;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem as the platform answers it.
 *
 * @param type such as {@code urn:podium:problem:quota-exhausted}
 * @param title the kind of problem in words
 * @param status HTTP status
 * @param detail what is wrong here and what to do
 * @param members the further members, such as {@code violations}
 */
public record Problem(
        @Nullable String type,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @JsonAnySetter Map<String, JsonNode> members) {
    private static final String PREFIX = "urn:podium:problem:";

    /** Keeps the order of the members. */
    public Problem {
        members = members == null ? Map.of() : new LinkedHashMap<>(members);
    }

    /**
     * The part of the type that names the problem.
     *
     * @return such as {@code quota-exhausted}; empty if the answer was no problem of this platform
     */
    public String code() {
        return type != null && type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
    }
}
