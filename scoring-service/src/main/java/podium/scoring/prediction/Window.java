package podium.scoring.prediction;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import podium.scoring.bytes.Words;

/**
 * A bounded window that slides over a stream. Behind its last byte there is always a line feed that does not belong to the
 * stream, so that loops over digits and lines need not ask at each byte whether the window ends, and room for a whole word.
 */
final class Window {
    /** The longest line. Small enough to stay in the processor's cache, large enough that few lines lie across its end. */
    static final int CAPACITY = 256 * 1024;

    private final InputStream in;
    private final long maxBytes;
    private final byte[] bytes;
    private final int capacity;
    private long total;
    private boolean last;
    private @Nullable IOException broken;
    private int end;

    Window(InputStream in, long maxBytes, int capacity) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.capacity = capacity;
        this.bytes = new byte[capacity + 1 + Words.SLACK];
        this.bytes[0] = '\n';
    }

    /** The bytes; always the same array. Those before {@link #end()} are the stream's, the one at it is a line feed. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the bytes end that are in the window. */
    int end() {
        return end;
    }

    /** The length of the longest line. */
    int capacity() {
        return capacity;
    }

    /** Whether the stream has ended, so that nothing comes after {@link #end()}. */
    boolean last() {
        return last;
    }

    /** Whether more bytes came than are allowed. */
    boolean tooLarge() {
        return total > maxBytes;
    }

    /** Whether no more can be read without giving up {@code from}. */
    boolean isFullFrom(int from) {
        return from == 0 && end == capacity;
    }

    /**
     * Moves what is left from {@code from} on to the front and reads on. What was at {@code from} is now at 0.
     *
     * @throws IOException the stream cannot be read on; what it gave before was in the window since the call before
     */
    void slide(int from) throws IOException {
        System.arraycopy(bytes, from, bytes, 0, end - from);
        end -= from;
        int before = end;
        while (end < capacity && !last && broken == null) {
            int n = read();
            last = n < 0;
            end += Math.max(0, n);
        }
        total += end - before;
        bytes[end] = '\n';
        if (broken != null && end == before) {
            throw broken;
        }
    }

    private int read() {
        try {
            return in.read(bytes, end, capacity - end);
        } catch (IOException e) {
            broken = e;
            return 0;
        }
    }
}
