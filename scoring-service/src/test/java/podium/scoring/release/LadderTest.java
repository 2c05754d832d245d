package podium.scoring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.scoring.contest.BoardRules;
import podium.scoring.metric.Direction;
import podium.scoring.statistics.BlockScore;

class LadderTest {
    private static final int ROWS = 1_000_000;

    @Test
    void theFixedStepReleasesWhatIsMoreThanAStepBetter() {
        ReleaseRule rule = fixed(Direction.MINIMIZE, "0.02");

        // .4811 is not .02 below .50, .4799 is; what is released is the nearest multiple of the step.
        assertThat(told(rule, 0.4949, 0.9, 0.4811, 0.4799, 0.47, 0.4599))
                .containsExactly("0.5000", "0.5000", "0.5000", "0.4800", "0.4800", "0.4600");
    }

    @Test
    void theFixedStepAsMuchForAMetricThatRises() {
        ReleaseRule rule = fixed(Direction.MAXIMIZE, "0.02");

        assertThat(told(rule, 0.5051, 0.1, 0.5189, 0.5201, 0.53, 0.5401))
                .containsExactly("0.5000", "0.5000", "0.5000", "0.5200", "0.5200", "0.5400");
    }

    @Test
    void theParameterFreeReleasesWhatIsMoreThanAnErrorBetter() {
        ReleaseRule rule = parameterFree(Direction.MINIMIZE, ROWS);

        // The paired error is .01 throughout.
        assertThat(release(rule, score(0.5, 0), score(0.4901, 0.02), score(0.4899, 0.02), score(0.4801, 0)))
                .containsExactly("0.5000", "0.5000", "0.4899", "0.4899");
    }

    @Test
    void theParameterFreeAsMuchForAMetricThatRises() {
        ReleaseRule rule = parameterFree(Direction.MAXIMIZE, ROWS);

        assertThat(release(rule, score(0.5, 0), score(0.5099, 0.02), score(0.5101, 0.02), score(0.5199, 0)))
                .containsExactly("0.5000", "0.5000", "0.5101", "0.5101");
    }

    @Test
    void theErrorIsThatAgainstTheLastReleasedSubmission() {
        ReleaseRule rule = parameterFree(Direction.MINIMIZE, ROWS);

        // The second is told nothing of. The third deviates from the second, and not at all from the first.
        assertThat(release(rule, score(0.5, 0), score(0.499, 0.2), score(0.4999, 0)))
                .containsExactly("0.5000", "0.5000", "0.4999");
    }

    @Test
    void theSameFileAgainIsToldTheSame() {
        // .43336 is shown as .4334, which the same score is better than; there is no error between a file and itself.
        ReleaseRule rule = parameterFree(Direction.MINIMIZE, ROWS);
        BlockScore score = score(0.43336, 0);
        LastRelease first = rule.release(Optional.empty(), score).orElseThrow();

        assertThat(first).isEqualTo(new LastRelease(new BigDecimal("0.4334"), score));
        assertThat(rule.release(Optional.of(first), score)).isEmpty();
    }

    @Test
    void whatRoundsToTheReleasedScoreChangesNothing() {
        ReleaseRule rule = parameterFree(Direction.MINIMIZE, ROWS);
        LastRelease last = rule.release(Optional.empty(), score(0.43336, 0)).orElseThrow();

        assertThat(rule.release(Optional.of(last), score(0.43339, 0))).isEmpty();
    }

    @Test
    void scoresAreRoundedToOneRowAndThenToTheDecimals() {
        // With 30 rows: .41 is nearest to 12 of 30, .42 to 13 of 30.
        assertThat(told(parameterFree(Direction.MINIMIZE, 30), 0.41)).containsExactly("0.4000");
        assertThat(told(parameterFree(Direction.MINIMIZE, 30), 0.42)).containsExactly("0.4333");
        assertThat(told(parameterFree(Direction.MINIMIZE, 3_000_000), 0.41111111))
                .containsExactly("0.4111");
    }

    @Test
    void whereTheErrorIsNotKnownNothingIsBetter() {
        ReleaseRule rule = parameterFree(Direction.MINIMIZE, 15);

        assertThat(told(rule, 0.8, 0.2)).containsExactly("0.8000", "0.8000");
    }

    @Test
    void aSequenceThatIsPlayedAgainIsToldTheSame() {
        BlockScore[] scores = new BlockScore[50];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(0.5 - 0.003 * i + 0.01 * (i % 3), 0.01 * (i % 2));
        }
        ReleaseRule rule = parameterFree(Direction.MINIMIZE, ROWS);

        List<String> told = release(rule, scores);

        assertThat(release(rule, scores)).isEqualTo(told);
        assertThat(told)
                .isSortedAccordingTo((a, b) -> b.compareTo(a))
                .startsWith("0.5000", "0.5000", "0.5000", "0.4910")
                .endsWith("0.3560");
    }

    /** Scores without blocks, as of a metric for which no errors are known. */
    private static List<String> told(ReleaseRule rule, double... scores) {
        List<BlockScore> blockScores = new ArrayList<>();
        for (double score : scores) {
            blockScores.add(new BlockScore(score, new double[0]));
        }
        return release(rule, blockScores.toArray(BlockScore[]::new));
    }

    private static List<String> release(ReleaseRule rule, BlockScore... scores) {
        List<String> told = new ArrayList<>();
        Optional<LastRelease> last = Optional.empty();
        for (BlockScore score : scores) {
            Optional<LastRelease> before = last;
            last = rule.release(before, score).or(() -> before);
            told.add(last.orElseThrow().score().toPlainString());
        }
        return told;
    }

    /** With two blocks; the paired error of two scores is half the difference of their deviations. */
    private static BlockScore score(double value, double deviation) {
        return new BlockScore(value, new double[] {value + deviation / 2, value - deviation / 2});
    }

    private static ReleaseRule fixed(Direction direction, String step) {
        return ReleaseRule.of(
                new BoardRules(BoardRules.Release.LADDER_FIXED, new BigDecimal(step)), direction, 4, ROWS);
    }

    private static ReleaseRule parameterFree(Direction direction, int rows) {
        return ReleaseRule.of(BoardRules.DEFAULT, direction, 4, rows);
    }
}
