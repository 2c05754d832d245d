package podium.scoring.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import podium.scoring.stage.Progress;

/** Tells of the bytes that are read. */
final class CountedStream extends FilterInputStream {
    private static final long STEP = 1 << 20;

    private final Progress progress;
    private long untold;

    CountedStream(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        counted(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int n = in.read(b, off, len);
        counted(Math.max(0, n));
        return n;
    }

    private void counted(long bytes) {
        untold += bytes;
        if (untold >= STEP) {
            progress.advance(untold);
            untold = 0;
        }
    }
}
