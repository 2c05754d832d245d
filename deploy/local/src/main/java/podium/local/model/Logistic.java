package podium.local.model;

/** The logistic function and its inverse. */
final class Logistic {
    private static final double TINY = 1e-9;

    private Logistic() {}

    static double sigmoid(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    static double logit(double probability) {
        double p = Math.clamp(probability, TINY, 1 - TINY);
        return Math.log(p / (1 - p));
    }
}
