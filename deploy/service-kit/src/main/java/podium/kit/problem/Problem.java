package podium.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, as RFC 9457 writes it ({@code application/problem+json}).
 *
 * @param type {@code urn:podium:problem:<code>}; the code is stable, clients may decide by it
 * @param title the same for every problem of this type
 * @param status the HTTP status
 * @param detail this one problem, and what to do next; null if the title says it all
 * @param instance the path of the request, filled in when the answer is written
 * @param extensions further members, written beside the others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance"})
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable URI instance,
        @JsonAnyGetter Map<String, Object> extensions) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:podium:problem:";

    public Problem {
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /**
     * A problem without extensions.
     *
     * @param code the last part of the type: lower-case words joined by hyphens
     */
    public static Problem of(int status, String code, @Nullable String detail) {
        return new Problem(URI.create(TYPE_PREFIX + code), title(code), status, detail, null, Map.of());
    }

    /** The last part of the type. */
    public String code() {
        return type.toString().substring(TYPE_PREFIX.length());
    }

    /** The same problem with one more member. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(type, title, status, detail, instance, more);
    }

    /** The same problem of the request to a path. */
    public Problem at(URI instance) {
        return new Problem(type, title, status, detail, instance, extensions);
    }

    /** The title is the code in words, so that the two cannot drift apart. */
    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
