package podium.scoring.integrity;

import java.nio.ByteBuffer;

/** Sampled cells as bytes: doubles, big-endian. */
final class Cells {
    private Cells() {}

    static byte[] write(double[] cells) {
        ByteBuffer out = ByteBuffer.allocate(cells.length * Double.BYTES);
        out.asDoubleBuffer().put(cells);
        return out.array();
    }

    static double[] read(byte[] bytes) {
        double[] cells = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(cells);
        return cells;
    }
}
