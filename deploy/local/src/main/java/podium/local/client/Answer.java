package podium.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What came back for one request, whatever its status. */
public final class Answer {
    private final String call;
    private final HttpResponse<byte[]> response;

    Answer(String call, HttpResponse<byte[]> response) {
        this.call = call;
        this.response = response;
    }

    /**
     * The status.
     *
     * @return HTTP status
     */
    public int status() {
        return response.statusCode();
    }

    /**
     * A header.
     *
     * @param name its name, in any case
     * @return its first value
     */
    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /**
     * The body as it came.
     *
     * @return the bytes
     */
    public byte[] bytes() {
        return response.body();
    }

    /**
     * The body as text.
     *
     * @return the text
     */
    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON.
     *
     * @return the tree
     */
    public JsonNode json() {
        return as(JsonNode.class);
    }

    /**
     * The body as a record.
     *
     * @param type the record
     * @param <T> the record
     * @return its value
     * @throws ApiException if the status says that something is wrong
     */
    public <T> T as(Class<T> type) {
        orThrow();
        try {
            return Json.MAPPER.readValue(response.body(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(call + " answered what is no " + type.getSimpleName() + ": " + text(), e);
        }
    }

    /**
     * Insists on success.
     *
     * @return this
     * @throws ApiException if the status is 400 or more
     */
    public Answer orThrow() {
        if (status() >= 400) {
            throw new ApiException(call, problem());
        }
        return this;
    }

    /**
     * The body as a problem; if it is none, one that shows the body.
     *
     * @return the problem
     */
    public Problem problem() {
        if (header("Content-Type")
                .filter(t -> t.startsWith("application/problem+json"))
                .isPresent()) {
            try {
                return Json.MAPPER.readValue(response.body(), Problem.class);
            } catch (IOException e) {
                throw new UncheckedIOException(call + " answered a broken problem: " + text(), e);
            }
        }
        return new Problem(null, null, status(), text(), Map.of());
    }
}
