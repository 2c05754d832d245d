package podium.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import podium.kit.event.Event;
import podium.kit.event.EventConfig;
import podium.kit.event.EventJson;

/** The handlers of a service, by the type of event on the wire. */
@ApplicationScoped
class Handlers {

    private final Map<String, EventHandler<?>> byType = new HashMap<>();

    Handlers(@All List<EventHandler<?>> handlers, EventConfig config) {
        for (EventHandler<?> each : handlers) {
            String type = config.typeOf(each.payloadType());
            EventHandler<?> other = byType.put(type, each);
            if (other != null) {
                throw new IllegalStateException("Two handlers for " + type + ": " + other + " and " + each);
            }
        }
    }

    /**
     * The call that hands the event to its handler, the payload already read; nothing when no handler takes such events.
     *
     * @throws Rejection when the payload is not what the handler's record says
     */
    Optional<Call> callFor(Event<byte[]> event) {
        EventHandler<?> handler = byType.get(event.type());
        return Optional.ofNullable(handler).map(known -> call(known, event));
    }

    private static <T> Call call(EventHandler<T> handler, Event<byte[]> event) {
        @Nullable T data;
        try {
            data = EventJson.read(event.data(), handler.payloadType());
        } catch (JsonProcessingException e) {
            throw new Rejection(event.type() + " is not to be read: " + e.getMessage(), e);
        }
        if (data == null) {
            throw new Rejection(event.type() + " is not to be read: null");
        }
        var read = new Event<>(event.id(), event.type(), event.source(), event.time(), event.key(), data);
        return () -> handler.handle(read);
    }

    /** A handler with its event. */
    interface Call {
        Handling run();
    }
}
