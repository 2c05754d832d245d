package podium.kit.content;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** How a body is compressed, as in the header {@code Content-Encoding} of RFC 9110, section 8.4. */
public enum ContentCoding {
    IDENTITY,
    /** RFC 1952; several members in a row are one content. */
    GZIP,
    /** RFC 8878, with a window of at most 8 MiB as RFC 9659 demands. */
    ZSTD;

    private static final int BUFFER = 64 * 1024;
    private static final int LARGEST_WINDOW_LOG = 23;

    /**
     * Reads the header.
     *
     * @param header the header's value, null if there was none
     * @return empty if the coding is unknown, or several are stacked (status 415)
     */
    public static Optional<ContentCoding> of(@Nullable String header) {
        return switch (header == null ? "" : header.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> Optional.of(IDENTITY);
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "zstd" -> Optional.of(ZSTD);
            default -> Optional.empty();
        };
    }

    /**
     * What a file is packed in by its first bytes, whatever a header says: the magic numbers of RFC 1952 and RFC 8878.
     *
     * @param head the first four bytes, fewer if there are no more
     */
    public static ContentCoding ofMagic(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return GZIP;
        }
        boolean zstd = head.length >= 4
                && (head[0] & 0xFF) == 0x28
                && (head[1] & 0xFF) == 0xB5
                && (head[2] & 0xFF) == 0x2F
                && (head[3] & 0xFF) == 0xFD;
        return zstd ? ZSTD : IDENTITY;
    }

    /** The word for it in the header. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Unpacks while it is read. Put a {@link LimitedInputStream} around the answer.
     *
     * @throws IOException the content is not in this coding; also while it is read
     */
    public InputStream decode(InputStream in) throws IOException {
        return switch (this) {
            case IDENTITY -> in;
            case GZIP -> new GZIPInputStream(new BufferedInputStream(in, BUFFER), BUFFER);
            case ZSTD -> new ZstdInputStream(in).setLongMax(LARGEST_WINDOW_LOG);
        };
    }
}
