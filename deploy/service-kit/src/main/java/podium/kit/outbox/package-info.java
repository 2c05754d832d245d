/** Events that leave a service: committed together with the state they tell of, relayed to Kafka afterwards. */
@NullMarked
package podium.kit.outbox;

import org.jspecify.annotations.NullMarked;
