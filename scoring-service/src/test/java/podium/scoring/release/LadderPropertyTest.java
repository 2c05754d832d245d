package podium.scoring.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import podium.scoring.contest.BoardRules;
import podium.scoring.metric.Direction;
import podium.scoring.statistics.BlockScore;

/** What holds for every sequence of scores of a team, under either Ladder. */
class LadderPropertyTest {

    @Property(tries = 500)
    void aReleasedScoreThatChangesGetsBetter(
            @ForAll("rules") ReleaseRule rule, @ForAll("scores") List<BlockScore> scores) {
        List<LastRelease> releases = play(rule, scores);

        for (int i = 1; i < releases.size(); i++) {
            LastRelease before = releases.get(i - 1);
            LastRelease now = releases.get(i);
            assertThat(now.equals(before) || Direction.MINIMIZE.isBetter(now.score(), before.score()))
                    .isTrue();
        }
    }

    @Property(tries = 500)
    void aFileThatWasReleasedIsToldTheSameAgain(
            @ForAll("rules") ReleaseRule rule, @ForAll("scores") List<BlockScore> scores) {
        LastRelease last = play(rule, scores).getLast();

        assertThat(rule.release(Optional.of(last), last.accepted())).isEmpty();
    }

    @Property(tries = 500)
    void aSubmissionThatIsToldNothingOfChangesNothing(
            @ForAll("rules") ReleaseRule rule, @ForAll("scores") List<BlockScore> scores) {
        List<LastRelease> all = play(rule, scores);
        List<BlockScore> accepted =
                all.stream().distinct().map(LastRelease::accepted).toList();

        assertThat(play(rule, accepted))
                .containsExactlyElementsOf(all.stream().distinct().toList());
    }

    @Property(tries = 500)
    void bothDirectionsAreMirrorImages(@ForAll boolean fixed, @ForAll("scores") List<BlockScore> scores) {
        BoardRules rules = fixed ? fixed("0.02") : BoardRules.DEFAULT;
        List<BlockScore> mirrored =
                scores.stream().map(LadderPropertyTest::negated).toList();

        List<BigDecimal> falling = scores(ReleaseRule.of(rules, Direction.MINIMIZE, 4, 300), scores);
        List<BigDecimal> rising = scores(ReleaseRule.of(rules, Direction.MAXIMIZE, 4, 300), mirrored);

        assertThat(rising.stream().map(BigDecimal::negate).toList()).isEqualTo(falling);
    }

    @Provide
    Arbitrary<ReleaseRule> rules() {
        return Arbitraries.of(
                ReleaseRule.of(BoardRules.DEFAULT, Direction.MINIMIZE, 4, 17),
                ReleaseRule.of(BoardRules.DEFAULT, Direction.MINIMIZE, 2, 4000),
                ReleaseRule.of(BoardRules.DEFAULT, Direction.MINIMIZE, 4, 1_000_000),
                ReleaseRule.of(fixed("0.02"), Direction.MINIMIZE, 4, 4000),
                ReleaseRule.of(fixed("0.005"), Direction.MINIMIZE, 3, 4000));
    }

    /** Scores from .3 to .7 on four blocks that deviate from them by up to .05. */
    @Provide
    Arbitrary<List<BlockScore>> scores() {
        Arbitrary<Double> value = Arbitraries.doubles().between(0.3, 0.7);
        Arbitrary<double[]> deviations =
                Arbitraries.doubles().between(-0.05, 0.05).array(double[].class).ofSize(4);
        return Combinators.combine(value, deviations)
                .as((score, deviation) -> new BlockScore(
                        score, Arrays.stream(deviation).map(d -> score + d).toArray()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static BoardRules fixed(String step) {
        return new BoardRules(BoardRules.Release.LADDER_FIXED, new BigDecimal(step));
    }

    private static BlockScore negated(BlockScore score) {
        return new BlockScore(
                -score.value(), Arrays.stream(score.withoutBlock()).map(d -> -d).toArray());
    }

    private static List<BigDecimal> scores(ReleaseRule rule, List<BlockScore> scores) {
        return play(rule, scores).stream().map(LastRelease::score).toList();
    }

    /** What is told after each of the scores. */
    private static List<LastRelease> play(ReleaseRule rule, List<BlockScore> scores) {
        List<LastRelease> releases = new ArrayList<>();
        Optional<LastRelease> last = Optional.empty();
        for (BlockScore score : scores) {
            Optional<LastRelease> before = last;
            last = rule.release(before, score).or(() -> before);
            releases.add(last.orElseThrow());
        }
        return releases;
    }
}
