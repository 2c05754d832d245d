package podium.kit.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The whole of a file that is kept in parts. Each part is opened when the one before has ended. */
public final class PartedStream extends InputStream {
    private final Iterator<UUID> parts;
    private final Function<UUID, InputStream> store;
    private @Nullable InputStream part;

    /**
     * @param parts the files in the order of their numbers
     * @param store opens one
     */
    public PartedStream(List<UUID> parts, Function<UUID, InputStream> store) {
        this.parts = List.copyOf(parts).iterator();
        this.store = store;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        while (part != null || parts.hasNext()) {
            if (part == null) {
                part = store.apply(parts.next());
            }
            int n = part.read(b, off, len);
            if (n >= 0) {
                return n;
            }
            close();
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.close();
            part = null;
        }
    }
}
