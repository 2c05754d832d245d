/** What scoring knows of a contest, from what submission-service tells of it. */
@NullMarked
package podium.scoring.contest;

import org.jspecify.annotations.NullMarked;
