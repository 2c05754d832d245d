/** The backends, started for real. */
@NullMarked
package podium.backends;

import org.jspecify.annotations.NullMarked;
