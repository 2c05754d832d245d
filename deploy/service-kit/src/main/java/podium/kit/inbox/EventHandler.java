package podium.kit.inbox;

import podium.kit.event.Event;

/**
 * Handles the events of one type; an {@code @ApplicationScoped} bean.
 *
 * @param <T> record of the payload; its simple name is the event's type
 */
public interface EventHandler<T> {

    /** The record that payloads are read into. */
    Class<T> payloadType();

    /**
     * Gives the event its effect, on a virtual thread, in the transaction that notes the event's id. Events come in any
     * order and several at a time; one id has its effect once.
     *
     * @throws Rejection when no retry can help; the event goes to the dead-letter topic at once
     */
    Handling handle(Event<T> event);
}
