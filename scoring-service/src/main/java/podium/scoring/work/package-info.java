/** Files that are to be scored: who is next, and who is at it. */
@NullMarked
package podium.scoring.work;

import org.jspecify.annotations.NullMarked;
