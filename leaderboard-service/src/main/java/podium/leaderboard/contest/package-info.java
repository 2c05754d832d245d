/** What this service knows of contests, and who may see their boards. */
@NullMarked
package podium.leaderboard.contest;

import org.jspecify.annotations.NullMarked;
