package podium.scoring.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import podium.scoring.metric.Direction;
import podium.scoring.statistics.BlockScore;

/**
 * The Ladder (Blum and Hardt, The Ladder: A Reliable Leaderboard for Machine Learning Competitions, ICML 2015): a score is
 * released only if it is better than the last released one by more than a margin; otherwise that is repeated. Whoever sends
 * many files and keeps what the board likes learns next to nothing about the labels: most answers say no more than "not
 * better".
 *
 * <p>The first score of a team is always released, as the bound before it is infinitely bad. Everything is compared in
 * exact arithmetic. Where a score passes the margin and rounds to the released one all the same, that is repeated too, and
 * what it rests on stays, so a team's released scores get strictly better whenever they change.
 */
final class Ladder implements ReleaseRule {
    private final Direction direction;
    private final BiFunction<BlockScore, BlockScore, Optional<BigDecimal>> margin;
    private final UnaryOperator<BigDecimal> rounding;

    private Ladder(
            Direction direction,
            BiFunction<BlockScore, BlockScore, Optional<BigDecimal>> margin,
            UnaryOperator<BigDecimal> rounding) {
        this.direction = direction;
        this.margin = margin;
        this.rounding = rounding;
    }

    /**
     * Algorithm 1 of the paper: the margin is a step, and scores are rounded to a multiple of it.
     *
     * @param decimals the decimals of a released score
     * @param step positive, with at most as many decimals
     */
    static Ladder fixedStep(Direction direction, int decimals, BigDecimal step) {
        return new Ladder(direction, (_, _) -> Optional.of(step), score -> score.divide(step, 0, RoundingMode.HALF_EVEN)
                .multiply(step)
                .setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /**
     * Algorithm 3 of the paper, the parameter-free Ladder: the margin is the standard error of the difference to the last
     * released submission, by the paired jackknife over the public blocks in place of the deviation of losses, so that it
     * fits every metric. Where the error is not known (see {@link BlockScore#standardErrorOfDifference}) nothing is better.
     *
     * <p>Scores are rounded to 1/n as in the paper, and then to the decimals of the contest. With fewer than
     * {@code 10^decimals} rows 1/n is the coarser grid and decides, the decimals only write it down; with more rows the
     * decimals decide, which releases less than the paper does. Both keep the order of scores, and leave alone what
     * was rounded before.
     *
     * @param decimals the decimals of a released score
     * @param rows how many rows the public part has
     */
    static Ladder parameterFree(Direction direction, int decimals, int rows) {
        BigDecimal n = BigDecimal.valueOf(rows);
        return new Ladder(direction, Ladder::pairedError, score -> score.multiply(n)
                .setScale(0, RoundingMode.HALF_EVEN)
                .divide(n, decimals, RoundingMode.HALF_EVEN));
    }

    @Override
    public Optional<LastRelease> release(Optional<LastRelease> last, BlockScore score) {
        LastRelease own = new LastRelease(rounding.apply(new BigDecimal(score.value())), score);
        return last.isPresent() && !isBetter(own, last.get()) ? Optional.empty() : Optional.of(own);
    }

    private boolean isBetter(LastRelease own, LastRelease before) {
        BigDecimal difference = new BigDecimal(own.accepted().value()).subtract(before.score());
        BigDecimal gain = direction == Direction.MAXIMIZE ? difference : difference.negate();
        return direction.isBetter(own.score(), before.score())
                && margin.apply(own.accepted(), before.accepted())
                        .filter(least -> gain.compareTo(least) > 0)
                        .isPresent();
    }

    private static Optional<BigDecimal> pairedError(BlockScore score, BlockScore accepted) {
        double error = score.standardErrorOfDifference(accepted);
        return Double.isInfinite(error) ? Optional.empty() : Optional.of(new BigDecimal(error));
    }
}
