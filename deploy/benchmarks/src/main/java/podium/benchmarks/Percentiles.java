package podium.benchmarks;

import java.util.List;

/**
 * Order statistics of a sample, by the nearest-rank definition: the smallest value that at least p of the sample do not
 * exceed.
 */
final class Percentiles {
    private final List<Double> sorted;

    /** @param sample at least one value */
    Percentiles(List<Double> sample) {
        if (sample.isEmpty()) {
            throw new IllegalArgumentException("No values.");
        }
        this.sorted = sample.stream().sorted().toList();
    }

    /**
     * A percentile.
     *
     * @param p in (0, 1]
     */
    double at(double p) {
        int rank = (int) Math.ceil(p * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    int n() {
        return sorted.size();
    }
}
