/** The terms of a contest and who accepted them. */
@NullMarked
package podium.submission.terms;

import org.jspecify.annotations.NullMarked;
