package podium.local.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request to the origin.
 *
 * @param method HTTP method
 * @param path from the origin, with its query
 * @param headers further headers
 * @param body what is sent; it is read again when the request is repeated
 */
public record Call(String method, String path, Map<String, String> headers, BodyPublisher body) {
    /** Copies the headers. */
    public Call {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads something.
     *
     * @param path from the origin
     * @return the call
     */
    public static Call get(String path) {
        return new Call("GET", path, Map.of(), BodyPublishers.noBody());
    }

    /**
     * Sends JSON.
     *
     * @param method HTTP method
     * @param path from the origin
     * @param value what becomes the body
     * @return the call
     */
    public static Call json(String method, String path, Object value) {
        return of(method, path, "application/json", Json.bytes(value));
    }

    /**
     * Sends bytes.
     *
     * @param method HTTP method
     * @param path from the origin
     * @param mediaType of the body
     * @param body the bytes
     * @return the call
     */
    public static Call of(String method, String path, String mediaType, byte[] body) {
        return new Call(method, path, Map.of("Content-Type", mediaType), BodyPublishers.ofByteArray(body));
    }

    /**
     * The same call with one more header.
     *
     * @param name the header
     * @param value its value
     * @return another call
     */
    public Call with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body);
    }
}
