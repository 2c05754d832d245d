/** Outcomes of submissions, and the step that lets the world know of them: per team, in the order of its ordinals. */
@NullMarked
package podium.scoring.release;

import org.jspecify.annotations.NullMarked;
