/** Accepted submissions: their state, their steps, and who may read them. */
@NullMarked
package podium.submission.status;

import org.jspecify.annotations.NullMarked;
