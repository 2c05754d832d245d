/** What teams have reached: scores and teams, in whatever order their events come. */
@NullMarked
package podium.leaderboard.result;

import org.jspecify.annotations.NullMarked;
