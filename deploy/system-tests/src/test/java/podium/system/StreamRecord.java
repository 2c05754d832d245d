package podium.system;

import java.util.ArrayList;
import java.util.List;
import podium.local.client.ServerEvent;

/** What came over a board's stream, in the order in which it came. */
final class StreamRecord {
    private final List<ServerEvent> events = new ArrayList<>();

    synchronized void take(ServerEvent event) {
        events.add(event);
    }

    synchronized List<ServerEvent> events() {
        return List.copyOf(events);
    }

    /** The versions of all events that stand for one, the snapshot's first. */
    List<Long> versions() {
        return events().stream()
                .filter(event -> event.type().equals("snapshot") || event.type().equals("standings"))
                .map(event -> event.json().path("version").asLong())
                .toList();
    }

    long count(String type) {
        return events().stream().filter(event -> event.type().equals(type)).count();
    }
}
