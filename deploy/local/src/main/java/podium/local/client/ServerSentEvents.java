package podium.local.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line grammar of server-sent events (WHATWG HTML, section 9.2.6), fed line by line. */
final class ServerSentEvents {
    private final List<String> data = new ArrayList<>();
    private String type = "message";
    private @Nullable String lastId;
    private @Nullable Long retryMillis;

    /**
     * Takes a line.
     *
     * @param line without its end
     * @return the event that this line, being empty, completes
     */
    Optional<ServerEvent> line(String line) {
        if (line.isEmpty()) {
            Optional<ServerEvent> event = data.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ServerEvent(lastId, type, String.join("\n", data)));
            data.clear();
            type = "message";
            return event;
        }
        if (line.startsWith(":")) {
            return Optional.empty();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String rest = colon < 0 ? "" : line.substring(colon + 1);
        String value = rest.startsWith(" ") ? rest.substring(1) : rest;
        switch (field) {
            case "data" -> data.add(value);
            case "event" -> type = value;
            case "id" -> lastId = value;
            case "retry" -> retryMillis = value.matches("\\d{1,9}") ? Long.valueOf(value) : retryMillis;
            default -> {
                // Fields that are not known are skipped, as the standard says.
            }
        }
        return Optional.empty();
    }

    Optional<Long> retryMillis() {
        return Optional.ofNullable(retryMillis);
    }
}
