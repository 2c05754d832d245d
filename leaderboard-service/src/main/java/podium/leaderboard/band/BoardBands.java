package podium.leaderboard.band;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bands of a board. A band is headed by its best row and goes on for as long as the rows tie with that; the first that
 * does not heads the next band.
 *
 * @param ofTeam the band of each team whose score has statistics, from 1
 * @param fingerprint differs where bands do; empty where there are none
 */
public record BoardBands(Map<UUID, Integer> ofTeam, String fingerprint) {

    /** No bands. */
    public static final BoardBands NONE = new BoardBands(Map.of(), "");

    public BoardBands {
        ofTeam = Map.copyOf(ofTeam);
    }

    /**
     * Divides a ranking.
     *
     * @param ranked the teams, best first
     * @param scores the score of a team, null where it has no statistics: it is then passed over
     */
    static BoardBands of(List<UUID> ranked, Function<UUID, @Nullable BlockScore> scores) {
        Map<UUID, Integer> bands = new HashMap<>();
        int[] inOrder = new int[ranked.size()];
        BlockScore head = null;
        int band = 0;
        for (int i = 0; i < inOrder.length; i++) {
            BlockScore score = scores.apply(ranked.get(i));
            if (score == null) {
                continue;
            }
            if (head == null || !score.isTiedWith(head)) {
                head = score;
                band++;
            }
            bands.put(ranked.get(i), band);
            inOrder[i] = band;
        }
        return bands.isEmpty() ? NONE : new BoardBands(bands, "-" + Integer.toHexString(Arrays.hashCode(inOrder)));
    }
}
