/** Contests and their course from draft to archive; who runs them and who may see them. */
@NullMarked
package podium.submission.contest;

import org.jspecify.annotations.NullMarked;
