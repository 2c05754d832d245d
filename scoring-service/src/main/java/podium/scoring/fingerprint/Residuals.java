package podium.scoring.fingerprint;

import java.util.Arrays;

/** Least squares with one regressor, and what it leaves. */
final class Residuals {
    /** A residual counts at most as so many median residuals: one row must not decide. */
    private static final double LIMIT = 4;

    /** Less than this share of the variance is rounding. */
    private static final double NOTHING = 1e-12;

    private Residuals() {}

    /** The best fit {@code a + b x} to y. */
    static double[] fit(double[] y, double[] x) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xx == 0 ? 0 : xy / xx;
        double[] fit = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            fit[i] = meanY + slope * (x[i] - meanX);
        }
        return fit;
    }

    /** What the best fit leaves of y, with outliers drawn in; all zero if that is nothing but rounding. */
    static double[] of(double[] y, double[] x) {
        double[] left = fit(y, x);
        double meanY = mean(y);
        double before = 0;
        double after = 0;
        for (int i = 0; i < y.length; i++) {
            left[i] = y[i] - left[i];
            before += (y[i] - meanY) * (y[i] - meanY);
            after += left[i] * left[i];
        }
        if (after <= NOTHING * before) {
            return new double[y.length];
        }
        double[] sizes = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            sizes[i] = Math.abs(left[i]);
        }
        Arrays.sort(sizes);
        double limit = LIMIT * Standard.medianOfNonZero(sizes);
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.clamp(left[i], -limit, limit);
        }
        return left;
    }

    /** Pearson's correlation; NaN if one of them is constant. */
    static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < a.length; i++) {
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
            ab += (a[i] - meanA) * (b[i] - meanB);
        }
        return ab / (Math.sqrt(aa) * Math.sqrt(bb));
    }

    static double meanSquare(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum / a.length;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
