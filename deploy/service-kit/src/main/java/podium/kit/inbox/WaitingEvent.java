package podium.kit.inbox;

import java.util.UUID;

/**
 * A parked event.
 *
 * @param forWhat what it waits for
 * @param attempts how often it was tried
 * @param failures how often in a row its handler failed since it can be handled
 */
record WaitingEvent(IncomingEvent incoming, String forWhat, int attempts, int failures) {

    UUID id() {
        return incoming.event().id();
    }
}
