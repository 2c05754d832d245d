/** Raw files that arrive in parts: received, put together, checked and profiled. */
@NullMarked
package podium.scoring.upload;

import org.jspecify.annotations.NullMarked;
