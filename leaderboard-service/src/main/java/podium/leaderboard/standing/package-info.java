/** The board as values: who ranks before whom, what a version changes, when the next one may come. Pure Java. */
@NullMarked
package podium.leaderboard.standing;

import org.jspecify.annotations.NullMarked;
