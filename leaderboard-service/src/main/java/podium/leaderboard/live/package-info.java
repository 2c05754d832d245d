/** The live stream of a board. */
@NullMarked
package podium.leaderboard.live;

import org.jspecify.annotations.NullMarked;
