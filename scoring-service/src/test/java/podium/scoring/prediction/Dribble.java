package podium.scoring.prediction;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;

/** A stream that gives as few bytes as it likes at a time. */
final class Dribble extends InputStream {
    private final ByteArrayInputStream bytes;
    private final Random random;

    Dribble(byte[] bytes, Random random) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.random = random;
    }

    @Override
    public int read() {
        return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        return bytes.read(into, offset, Math.min(length, 1 + random.nextInt(5000)));
    }
}
