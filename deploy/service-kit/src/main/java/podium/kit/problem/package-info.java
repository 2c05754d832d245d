/** Problem details (RFC 9457): everything that goes wrong is told in one way. */
@NullMarked
package podium.kit.problem;

import org.jspecify.annotations.NullMarked;
