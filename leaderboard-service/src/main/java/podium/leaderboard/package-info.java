/** The scoreboard: standings, the live stream, the final board. */
@NullMarked
package podium.leaderboard;

import org.jspecify.annotations.NullMarked;
