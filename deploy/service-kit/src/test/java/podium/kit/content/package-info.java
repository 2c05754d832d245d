/** Tests of what HTTP endpoints have in common. */
@NullMarked
package podium.kit.content;

import org.jspecify.annotations.NullMarked;
