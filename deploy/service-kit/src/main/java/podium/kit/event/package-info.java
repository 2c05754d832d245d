/** The envelope and the JSON of an event, and how both travel on Kafka. */
@NullMarked
package podium.kit.event;

import org.jspecify.annotations.NullMarked;
