/** What time it is: the database's clock decides. */
@NullMarked
package podium.kit.time;

import org.jspecify.annotations.NullMarked;
