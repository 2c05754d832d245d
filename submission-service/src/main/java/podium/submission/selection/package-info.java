/** What a team puts forward for the private board, and the settlement of a closed contest. */
@NullMarked
package podium.submission.selection;

import org.jspecify.annotations.NullMarked;
