/** The Kafka broker as a process of its own: formats its storage if it is new, then serves. */
@NullMarked
package podium.backends.broker;

import org.jspecify.annotations.NullMarked;
