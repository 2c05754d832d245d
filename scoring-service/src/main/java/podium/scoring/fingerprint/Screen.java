package podium.scoring.fingerprint;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The first 256 cells of a fingerprint in one kibibyte: enough to tell that two files have nothing to do with each other, so
 * that the whole samples of few pairs are fetched and compared.
 */
public final class Screen {
    private static final int MOST = 256;
    private static final int CODE_BITS = 24;

    private final Standard standard;
    private final float[] cells;

    private Screen(Standard standard, float[] cells) {
        this.standard = standard;
        this.cells = cells;
    }

    /** The screen of a file with such a sample. */
    public static Screen of(CellKind kind, double[] sample) {
        float[] cells = new float[Math.min(MOST, sample.length)];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = kind == CellKind.NUMBERS ? (float) sample[i] : code(sample[i]);
        }
        return new Screen(Standard.of(sample), cells);
    }

    /** So many bits of a code as a float holds. */
    static float code(double cell) {
        return (long) cell & ((1L << CODE_BITS) - 1);
    }

    /** Reads what {@link #bytes()} wrote. */
    public static Screen read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Standard standard = new Standard(in.getDouble(), in.getDouble());
        float[] cells = new float[in.remaining() / Float.BYTES];
        in.asFloatBuffer().get(cells);
        return new Screen(standard, cells);
    }

    /** For a store. */
    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(2 * Double.BYTES + cells.length * Float.BYTES);
        out.putDouble(standard.centre()).putDouble(standard.scale());
        out.asFloatBuffer().put(cells);
        return out.array();
    }

    boolean constant() {
        return standard.constant();
    }

    int size() {
        return cells.length;
    }

    int different(Screen other) {
        int different = 0;
        for (int i = 0; i < cells.length; i++) {
            different += cells[i] == other.cells[i] ? 0 : 1;
        }
        return different;
    }

    int different(float[] others) {
        int different = 0;
        for (int i = 0; i < cells.length; i++) {
            different += cells[i] == others[i] ? 0 : 1;
        }
        return different;
    }

    /** The cells in standard units. */
    double[] standardized() {
        double[] standardized = new double[cells.length];
        Arrays.setAll(standardized, i -> standard.of(cells[i]));
        return standardized;
    }
}
