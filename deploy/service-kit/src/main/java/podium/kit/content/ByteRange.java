package podium.kit.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes of a file, as in the header {@code Range} of RFC 9110, section 14.
 *
 * @param from the first byte, counted from 0
 * @param to the last byte, included
 */
public record ByteRange(long from, long to) {
    // 18 digits are more than any file has and always fit a long.
    private static final Pattern SINGLE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    public ByteRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("Not a range: " + from + "-" + to);
        }
    }

    /**
     * Reads a {@code Range} header against a file of a known length.
     *
     * @param header the header's value, null if there was none
     * @param size the length of the file in bytes
     * @return empty if the whole file is to be sent (status 200): there is no header, or it is malformed, of another unit,
     *     or asks for several ranges, which a server may ignore
     * @throws RangeNotSatisfiableException the range lies outside of the file (status 416)
     */
    public static Optional<ByteRange> parse(@Nullable String header, long size) {
        Matcher m = SINGLE.matcher(header == null ? "" : header.strip());
        if (!m.matches() || (m.group(1).isEmpty() && m.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (m.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(m.group(2)), size);
            if (last == 0) {
                throw new RangeNotSatisfiableException(size);
            }
            return Optional.of(new ByteRange(size - last, size - 1));
        }
        long from = Long.parseLong(m.group(1));
        long to = m.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(m.group(2));
        if (to < from) {
            return Optional.empty();
        }
        if (from >= size) {
            throw new RangeNotSatisfiableException(size);
        }
        return Optional.of(new ByteRange(from, Math.min(to, size - 1)));
    }

    /** How many bytes. */
    public long length() {
        return to - from + 1;
    }

    /**
     * The value of the answer's header {@code Content-Range}.
     *
     * @param size the length of the whole file in bytes
     */
    public String contentRange(long size) {
        return "bytes " + from + "-" + to + "/" + size;
    }
}
