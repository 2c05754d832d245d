/** Bands of teams that are statistically tied on a public board, from statistics that nobody is shown. */
@NullMarked
package podium.leaderboard.band;

import org.jspecify.annotations.NullMarked;
