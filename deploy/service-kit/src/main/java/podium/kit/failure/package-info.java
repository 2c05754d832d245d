/** What kind of failure an exception tells of. */
@NullMarked
package podium.kit.failure;

import org.jspecify.annotations.NullMarked;
