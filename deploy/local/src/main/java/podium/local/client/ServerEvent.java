package podium.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One event of a board's stream.
 *
 * @param id {@code epoch-version}
 * @param type {@code snapshot}, {@code standings} or {@code revealed}
 * @param data JSON
 */
public record ServerEvent(@Nullable String id, String type, String data) {
    /**
     * The data as a tree.
     *
     * @return the JSON
     */
    public JsonNode json() {
        try {
            return Json.MAPPER.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON in a stream: " + data, e);
        }
    }

    /**
     * The data as a board: whole in a snapshot.
     *
     * @return the board
     */
    public Board board() {
        try {
            return Json.MAPPER.readValue(data, Board.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No board in a stream: " + data, e);
        }
    }
}
