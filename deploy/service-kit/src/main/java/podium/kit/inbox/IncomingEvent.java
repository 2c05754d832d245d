package podium.kit.inbox;

import podium.kit.event.Event;

/** An event and the topic it came on. */
record IncomingEvent(String topic, Event<byte[]> event) {}
