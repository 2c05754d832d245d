/** Tests of what HTTP endpoints have in common. */
@NullMarked
package podium.kit.idempotency;

import org.jspecify.annotations.NullMarked;
