package podium.leaderboard.standing;

import java.util.Comparator;

/**
 * The order of a board: the better score first; of equal scores the one whose submission was accepted earlier; and then
 * the lower team id, so that there is always exactly one order. Scores are compared as rounded to the contest's decimals:
 * what looks equal is equal.
 */
public record Ranking(Direction direction) implements Comparator<Standing> {

    @Override
    public int compare(Standing a, Standing b) {
        int byScore = direction.compare(a.score(), b.score());
        if (byScore != 0) {
            return byScore;
        }
        int byTime = a.acceptedAt().compareTo(b.acceptedAt());
        return byTime != 0 ? byTime : Uuids.compare(a.teamId(), b.teamId());
    }
}
