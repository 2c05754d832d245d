package podium.scoring.utility;

/**
 * How well a baseline predicts that learnt from the release, beside one that learnt from the raw data; both were asked about the
 * same hidden rows.
 *
 * @param baseline what the baseline is
 * @param metric what was measured
 * @param higherIsBetter whether more of it is better
 * @param raw of the baseline trained on the raw data
 * @param released of the baseline trained on the release
 */
public record Utility(String baseline, String metric, boolean higherIsBetter, double raw, double released) {

    /** By which share the release's is worse; negative if it is better. */
    public double worseBy() {
        double difference = higherIsBetter ? raw - released : released - raw;
        return raw == 0 ? (difference > 0 ? Double.POSITIVE_INFINITY : 0) : difference / Math.abs(raw);
    }
}
