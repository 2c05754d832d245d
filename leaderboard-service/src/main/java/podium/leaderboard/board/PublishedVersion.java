package podium.leaderboard.board;

import podium.leaderboard.standing.BoardPosition;

/**
 * A version that was published, as streams send it.
 *
 * @param document a {@link ChangeDocument} in JSON
 */
public record PublishedVersion(BoardPosition position, String document) {}
