package podium.leaderboard.board;

import podium.leaderboard.standing.Direction;
import podium.leaderboard.standing.Standing;

/**
 * A team's result that its board does not show yet.
 *
 * @param stands false for a team that was removed or went into another
 */
record PendingResult(Standing standing, Direction direction, boolean stands) {}
