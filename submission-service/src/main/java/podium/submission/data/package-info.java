/** The released files of a contest and their download. */
@NullMarked
package podium.submission.data;

import org.jspecify.annotations.NullMarked;
