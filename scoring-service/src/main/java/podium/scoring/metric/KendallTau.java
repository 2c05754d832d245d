package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.Concordance;
import podium.scoring.metric.kernel.RankKernel;
import podium.scoring.metric.kernel.TargetOrder;

/**
 * Kendall's tau-b: concordant less discordant pairs, over the geometric mean of the pairs that are not tied in the truth and
 * of those that are not tied in the predictions ({@code scipy.stats.kendalltau}).
 */
public record KendallTau() implements Metric {
    @Override
    public String name() {
        return "kendall-tau";
    }

    @Override
    public String definition() {
        return "Kendall's tau-b: (pairs in the right order - pairs in the wrong order) / sqrt(pairs that differ in the truth x"
                + " pairs that differ in the predictions).";
    }

    @Override
    public String edgeCases() {
        return "Predictions that are all equal score 0. A constant truth is a contest error.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.NUMBER, TaskKind.BINARY);
    }

    @Override
    public String memory() {
        return "12.25 bytes a row of the largest part and 4 of the others";
    }

    @Override
    public Kernel kernel(Truth truth) {
        TargetOrder target = new TargetOrder(truth);
        Concordance concordance = new Concordance(target);
        return new RankKernel(target, (keys, slots, from, to) -> taus(concordance.of(keys, slots, from, to)));
    }

    private static double[] taus(Concordance.Pairs pairs) {
        double[] taus = new double[RankKernel.WHOLE + 1];
        for (int without = 0; without <= RankKernel.WHOLE; without++) {
            long ofTruth = pairs.apartInTruth()[without];
            long ofPredictions = pairs.apartInPredictions()[without];
            double tau = pairs.difference()[without] / Math.sqrt((double) ofPredictions) / Math.sqrt((double) ofTruth);
            taus[without] = ofTruth == 0 ? Double.NaN : ofPredictions == 0 ? 0 : Math.clamp(tau, -1, 1);
        }
        return taus;
    }
}
