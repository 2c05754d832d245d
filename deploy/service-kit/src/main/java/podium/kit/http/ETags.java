package podium.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110, section 8.8.3): a reader that already has this version gets 304 and no body. */
public final class ETags {
    private ETags() {}

    /**
     * A strong tag.
     *
     * @param version what changes with the content: a version, a digest; visible ASCII without quotes
     */
    public static String of(Object version) {
        String text = String.valueOf(version);
        if (!text.chars().allMatch(c -> c > ' ' && c < 127 && c != '"')) {
            throw new IllegalArgumentException("Not for an entity tag: " + text);
        }
        return '"' + text + '"';
    }

    /**
     * Whether the reader's {@code If-None-Match} names this tag; weak and strong tags compare equal there.
     *
     * @param ifNoneMatch the header's value, null if there was none
     */
    public static boolean matches(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    /** 304 if the reader has this version, otherwise 200 with the body, which is made only then. Both carry the tag. */
    public static Response respond(@Nullable String ifNoneMatch, String etag, Supplier<?> body) {
        Response.ResponseBuilder answer = matches(ifNoneMatch, etag) ? Response.notModified() : Response.ok(body.get());
        return answer.header(HttpHeaders.ETAG, etag).build();
    }
}
