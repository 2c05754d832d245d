package podium.scoring.fingerprint;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import podium.scoring.metric.Values;

/**
 * A contest with honest teams, made of a seed: y = f + noise of standard deviation 0.7, f of standard deviation 1. A team's
 * model misses a part of f, has errors that all models share (the same features, the same data) and errors of its own.
 */
final class Field {
    private static final byte[] KEY = new byte[32];

    final int rows;
    final double[] signal;
    final double[] truth;
    private final double[] sharedError;
    private final SplittableRandom random;
    private final SampledCells sample;

    Field(int rows, long seed) {
        this.rows = rows;
        this.random = new SplittableRandom(seed);
        this.sample = new SampledCells(KEY, rows);
        signal = normal(1);
        sharedError = normal(1);
        truth = sum(signal, normal(0.7));
    }

    /** An honest model with an error of its own, beside a shared one of the same size. */
    double[] model(double error) {
        double[] own = normal(error);
        double[] model = new double[rows];
        for (int i = 0; i < rows; i++) {
            model[i] = 3 + signal[i] + error * sharedError[i] + own[i];
        }
        return model;
    }

    double[] normal(double deviation) {
        double[] values = new double[rows];
        RandomGenerator generator = random.split();
        for (int i = 0; i < rows; i++) {
            values[i] = deviation * generator.nextGaussian();
        }
        return values;
    }

    static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    static double[] blend(double share, double[] a, double[] b) {
        double[] blend = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            blend[i] = share * a[i] + (1 - share) * b[i];
        }
        return blend;
    }

    double[] cells(double[] file) {
        return sample.of(new Values.Numbers(file));
    }

    /** A panel of these files, each of a team of its own. */
    Panel panel(double[]... files) {
        return new Panel(
                CellKind.NUMBERS,
                sample.truth(new Values.Numbers(truth), 1),
                IntStream.range(0, files.length)
                        .mapToObj(i -> voice(i, files[i]))
                        .toList());
    }

    Voice voice(int team, double[] file) {
        return Voice.of(CellKind.NUMBERS, new UUID(7, team), cells(file));
    }
}
