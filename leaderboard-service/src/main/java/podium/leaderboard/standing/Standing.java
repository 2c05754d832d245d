package podium.leaderboard.standing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of a board. Its rank is its place there and not stored with it.
 *
 * @param teamId the team
 * @param team the team's name
 * @param score the team's best score, rounded to the contest's decimals
 * @param submissions how many of the team's submissions counted for this board
 * @param acceptedAt when the submission with that score was accepted
 */
public record Standing(UUID teamId, String team, BigDecimal score, int submissions, Instant acceptedAt) {}
