/** Events that reach a service: each handled once, or parked until it can be, or set aside with the reason. */
@NullMarked
package podium.kit.inbox;

import org.jspecify.annotations.NullMarked;
