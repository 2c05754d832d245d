package podium.scoring.privacy;

import podium.scoring.ratings.RatingsRelease;

/** Runs the contest's plan with another sampling, all else unchanged: what the search for a plan that passes tries. */
@FunctionalInterface
public interface Sampler {

    /** The release that a sampling makes, and what it costs. The same sampling gives the same release. */
    Sampled sample(Sampling sampling);

    /**
     * A release that was tried.
     *
     * @param release what would be published
     * @param utilityLoss by how much a baseline trained on it is worse than one trained on the raw data, as a share of the
     *     latter's error; {@link Double#NaN} where it is too little to train on
     */
    record Sampled(RatingsRelease release, double utilityLoss) {}
}
