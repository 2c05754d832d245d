package podium.scoring.scoring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.kit.content.ContentCoding;
import podium.scoring.contest.BoardRules;
import podium.scoring.contest.Task;
import podium.scoring.holdout.HoldoutSplit;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Direction;
import podium.scoring.prediction.ProblemKind;
import podium.scoring.release.LastRelease;
import podium.scoring.release.Outcome;
import podium.scoring.release.ReleaseRule;

/**
 * The boosting attack of Blum and Hardt (The Ladder, ICML 2015, section 5), through the reader, the metric and the release
 * rule: 400 random 0/1 files are sent, those that the board calls better than chance are kept, and the majority of these is
 * sent. There is nothing to learn, so what the board says beyond chance it gave away itself.
 *
 * <p>Two attackers: the paper's keeps what is told to be better than chance. Ours knows of the Ladder, which repeats the
 * last score once something was better than chance, and keeps only what is told to be better than all before.
 */
class BoardAttackTest {
    private static final int PUBLIC_ROWS = 4000;
    private static final int ROWS = 2 * PUBLIC_ROWS;
    private static final int FILES = 400;
    private static final int SEEDS = 5;
    private static final int DECIMALS = 4;
    private static final BoardRules NAIVE = new BoardRules(BoardRules.Release.ROUNDED, null);
    private static final BoardRules FIXED = new BoardRules(BoardRules.Release.LADDER_FIXED, new BigDecimal("0.02"));

    /** What is measured, and what the board may say at most and must say at least. */
    private enum Case {
        ACCURACY("accuracy", Direction.MAXIMIZE, 0.5, 0.445, 0.47, 0.5),
        RMSE("rmse", Direction.MINIMIZE, Math.sqrt(0.5), 0.667, 0.686, Math.sqrt(0.5));

        private final String metric;
        private final Direction direction;
        private final double chance;
        private final double naiveAtMost;
        private final double ladderAtLeast;
        private final double truth;

        Case(
                String metric,
                Direction direction,
                double chance,
                double naiveAtMost,
                double ladderAtLeast,
                double truth) {
            this.metric = metric;
            this.direction = direction;
            this.chance = chance;
            this.naiveAtMost = naiveAtMost;
            this.ladderAtLeast = ladderAtLeast;
            this.truth = truth;
        }

        Task task() {
            return new Task("y", Task.Kind.BINARY, "1", metric, DECIMALS, new Task.Range(0, 1), null);
        }

        /** A score as an error, so that less is better in both cases. */
        double error(double score) {
            return direction == Direction.MAXIMIZE ? 1 - score : score;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLadderGivesNothingAway(Case given) {
        Means naive = new Means();
        Means parameterFree = new Means();
        Means fixed = new Means();
        Means cunning = new Means();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Attack attack = new Attack(given, seed);
            naive.add(attack.run(NAIVE, false));
            parameterFree.add(attack.run(BoardRules.DEFAULT, false));
            fixed.add(attack.run(FIXED, false));
            cunning.add(attack.run(BoardRules.DEFAULT, true));
        }

        assertThat(naive.said()).as("naive board").isLessThanOrEqualTo(given.naiveAtMost);
        assertThat(parameterFree.said()).as("parameter-free").isGreaterThanOrEqualTo(given.ladderAtLeast);
        assertThat(fixed.said()).as("fixed step").isGreaterThanOrEqualTo(given.ladderAtLeast);
        assertThat(cunning.said()).as("parameter-free, cunning").isGreaterThanOrEqualTo(given.ladderAtLeast);
        for (Means means : List.of(naive, parameterFree, fixed, cunning)) {
            assertThat(Math.abs(means.privateError() - given.truth)).isLessThan(0.01);
        }
    }

    @Test
    void aFileThatAsksForLabelsByItsSizeIsRejected() {
        // A squared error of 4^k for the k-th row would spell the labels of several rows in one score.
        StringBuilder file = new StringBuilder("id,y\n");
        for (int row = 0; row < ROWS; row++) {
            file.append(row + 1)
                    .append(',')
                    .append(row < 6 ? (1 << (2 * row)) : 0)
                    .append('\n');
        }

        Outcome outcome = score(scorer(Case.RMSE, new Random(1)), file.toString());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(
                        rejected.reading().counts())
                .containsEntry(ProblemKind.OUT_OF_RANGE, 5L)
                .hasSize(1));
    }

    /** What the board said in the end, and what was true. */
    private record Result(double said, double privateError) {}

    private static final class Means {
        private final List<Result> results = new ArrayList<>();

        void add(Result result) {
            results.add(result);
        }

        double said() {
            return results.stream().mapToDouble(Result::said).average().orElseThrow();
        }

        double privateError() {
            return results.stream().mapToDouble(Result::privateError).average().orElseThrow();
        }
    }

    /** The same labels and random files for every rule. */
    private static final class Attack {
        private final Case given;
        private final Scorer scorer;
        private final boolean[][] files = new boolean[FILES][ROWS];
        private final Outcome.Scored[] scores = new Outcome.Scored[FILES];

        Attack(Case given, int seed) {
            this.given = given;
            Random random = new Random(seed);
            this.scorer = scorer(given, random);
            for (int i = 0; i < FILES; i++) {
                for (int row = 0; row < ROWS; row++) {
                    files[i][row] = random.nextBoolean();
                }
                scores[i] = scored(files[i]);
            }
        }

        Result run(BoardRules rules, boolean cunning) {
            ReleaseRule rule = ReleaseRule.of(rules, given.direction, DECIMALS, PUBLIC_ROWS);
            Optional<LastRelease> last = Optional.empty();
            List<boolean[]> kept = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                Optional<LastRelease> before = last;
                last = rule.release(before, scores[i].publicScore()).or(() -> before);
                double error = given.error(last.orElseThrow().score().doubleValue());
                double least = cunning && before.isPresent()
                        ? given.error(before.get().score().doubleValue())
                        : given.error(given.chance);
                if (error < least) {
                    kept.add(files[i]);
                }
            }
            Optional<LastRelease> told = last;
            Outcome.Scored majority = scored(majority(kept));
            LastRelease end =
                    rule.release(told, majority.publicScore()).or(() -> told).orElseThrow();
            return new Result(
                    given.error(end.score().doubleValue()),
                    given.error(majority.privateScore().value()));
        }

        private Outcome.Scored scored(boolean[] predictions) {
            StringBuilder file = new StringBuilder(8 * ROWS).append("id,y\n");
            for (int row = 0; row < ROWS; row++) {
                file.append(row + 1).append(predictions[row] ? ",1\n" : ",0\n");
            }
            return (Outcome.Scored) score(scorer, file.toString());
        }

        private static boolean[] majority(List<boolean[]> kept) {
            boolean[] majority = new boolean[ROWS];
            for (int row = 0; row < ROWS; row++) {
                int votes = 0;
                for (boolean[] file : kept) {
                    votes += file[row] ? 1 : -1;
                }
                majority[row] = votes > 0;
            }
            return majority;
        }
    }

    /** A kernel for random labels, half of the rows public. */
    private static Scorer scorer(Case given, Random random) {
        double[] labels = random.ints(ROWS, 0, 2).asDoubleStream().toArray();
        int[] ids = IntStream.rangeClosed(1, ROWS).toArray();
        byte[] key = new byte[32];
        random.nextBytes(key);
        HoldoutSplit split = new HoldoutSplit(key);
        BitSet publicRows = split.publicRows(ROWS, row -> ids[row], new BigDecimal("0.5"));
        byte[] blocks = split.blocks(ROWS, row -> ids[row], publicRows);
        byte[] cells = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            cells[row] = Solution.cell(publicRows.get(row) ? Solution.PUBLIC : Solution.PRIVATE, blocks[row]);
        }
        Solution solution = new Solution(new UUID(0, 1), new UUID(0, 2), ids, new Labels.Numbers(labels), cells);
        return new Scorer(given.task(), 1_000_000, solution);
    }

    private static Outcome score(Scorer scorer, String file) {
        return scorer.score(new ByteArrayInputStream(file.getBytes(US_ASCII)), ContentCoding.IDENTITY);
    }
}
