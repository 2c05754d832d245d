/** The append-only history of each contest, and the hash chain that seals it. */
@NullMarked
package podium.submission.history;

import org.jspecify.annotations.NullMarked;
