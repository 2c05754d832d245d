/** Tests of what HTTP endpoints have in common. */
@NullMarked
package podium.kit.problem;

import org.jspecify.annotations.NullMarked;
