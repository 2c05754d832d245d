package podium.scoring.fingerprint;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds, by their screens, the pairs of files that are worth a comparison of their whole samples. It lets a pair through
 * rather than miss one: of 256 cells 6 may differ where one in a thousand does (a chance of a thousand millionth), and a
 * correlation of .99 appears as less than .95 at more than 7 standard errors.
 */
public final class Screening {
    private static final int MOST_DIFFERENT = 6;
    private static final double LEAST_CORRELATION = 0.95;

    /** Of the cells in which a file of names leaves the consensus, one in so many may differ from the other file's. */
    private static final int ONE_IN = 10;

    private final CellKind kind;
    private final double @Nullable [] typical;

    /**
     * @param kind what the cells of the contest's files are
     * @param typical what is usual in each cell, empty if nobody knows; then only nearly equal files are found
     */
    public Screening(CellKind kind, Optional<double[]> typical) {
        this.kind = kind;
        this.typical = typical.orElse(null);
    }

    /** A file, prepared for comparisons. */
    public Subject subject(Screen screen) {
        if (typical == null || screen.constant()) {
            return new Subject(screen, null, 0);
        }
        return switch (kind) {
            case NUMBERS -> new Subject(screen, unitResiduals(screen, typical), 0);
            case NAMES -> new Subject(screen, null, screen.different(codes(typical, screen.size())));
        };
    }

    /** Whether the whole samples of two files have to be compared. */
    public boolean alike(Subject a, Subject b) {
        if (a.screen.constant() || b.screen.constant()) {
            return false;
        }
        int different = a.screen.different(b.screen);
        int allowed = kind == CellKind.NAMES && typical != null
                ? MOST_DIFFERENT + Math.min(a.unusual, b.unusual) / ONE_IN
                : MOST_DIFFERENT;
        return different <= allowed
                || (a.residuals != null && b.residuals != null && dot(a.residuals, b.residuals) > LEAST_CORRELATION);
    }

    private static float @Nullable [] unitResiduals(Screen screen, double[] typical) {
        double[] cells = screen.standardized();
        double[] residuals = Residuals.of(cells, Arrays.copyOf(typical, cells.length));
        double mean = 0;
        for (double residual : residuals) {
            mean += residual / residuals.length;
        }
        double squares = 0;
        for (double residual : residuals) {
            squares += (residual - mean) * (residual - mean);
        }
        if (squares == 0) {
            return null;
        }
        float[] unit = new float[residuals.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) ((residuals[i] - mean) / Math.sqrt(squares));
        }
        return unit;
    }

    private static float[] codes(double[] typical, int size) {
        float[] codes = new float[size];
        for (int i = 0; i < size; i++) {
            codes[i] = Screen.code(typical[i]);
        }
        return codes;
    }

    /** Four sums side by side: one after the other, each addition would wait for the one before. */
    private static float dot(float[] a, float[] b) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            sum0 += a[i] * b[i];
        }
        return sum0 + sum1 + sum2 + sum3;
    }

    /** A screen with what it takes to compare it with many. */
    public static final class Subject {
        private final Screen screen;
        private final float @Nullable [] residuals;
        private final int unusual;

        private Subject(Screen screen, float @Nullable [] residuals, int unusual) {
            this.screen = screen;
            this.residuals = residuals;
            this.unusual = unusual;
        }
    }
}
