/** A request with an {@code Idempotency-Key} is done once, and answered again. */
@NullMarked
package podium.kit.idempotency;

import org.jspecify.annotations.NullMarked;
