package podium.scoring.utility;

import java.util.BitSet;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.stage.Progress;

/** What a release of ratings is still good for. */
public final class RatingsUtility {
    private RatingsUtility() {}

    /**
     * Trains the bias model on the published training rows, and on all raw rows but the published test rows; measures both on these.
     *
     * @param release what is to be published, with some test rows
     */
    public static Measured measure(RatingsRelease release, Progress progress) {
        progress.begin("utility", 2);
        BitSet published = release.published();
        BitSet hidden = release.hidden();
        BiasModel ofRaw = new BiasModel(release.raw(), row -> !hidden.get(row));
        progress.advance(1);
        BiasModel ofRelease = new BiasModel(release.told(), row -> published.get(row) && !hidden.get(row));
        progress.advance(1);
        return new Measured(
                new Utility("bias model", "rmse", false, rmse(ofRaw, release), rmse(ofRelease, release)),
                row -> new double[] {
                    ofRelease.predict(release.raw().user(row), release.raw().item(row))
                });
    }

    private static double rmse(BiasModel model, RatingsRelease release) {
        Ratings truth = release.raw();
        double squares = 0;
        long rows = 0;
        BitSet hidden = release.hidden();
        for (int row = hidden.nextSetBit(0); row >= 0; row = hidden.nextSetBit(row + 1)) {
            double error = model.predict(truth.user(row), truth.item(row)) - truth.rating(row);
            squares += error * error;
            rows++;
        }
        return rows == 0 ? 0 : Math.sqrt(squares / rows);
    }
}
