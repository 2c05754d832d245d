/** Boards: versions are published, kept in memory and served to readers. */
@NullMarked
package podium.leaderboard.board;

import org.jspecify.annotations.NullMarked;
