/** Contests and their course: draft, open, closed, archived; who runs them and who may see them. */
@NullMarked
package podium.submission.contest;

import org.jspecify.annotations.NullMarked;
