package podium.kit.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;

/**
 * A place in a list, opaque to clients: the values of the sort key of the last item that was sent. On the wire base64url.
 */
public final class Cursor {
    /** ASCII's unit separator, in no sort key. */
    private static final char SEPARATOR = '\u001f';

    private static final int LONGEST = 2048;
    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The place behind an item with this sort key. */
    public static Cursor of(Object... sortKey) {
        return new Cursor(Arrays.stream(sortKey).map(String::valueOf).toList());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @param text the query parameter, null if there was none
     * @return empty for the start of the list
     * @throws ProblemException 400 {@code cursor-malformed}
     */
    public static Optional<Cursor> parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            throw malformed();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String joined = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(new Cursor(List.of(joined.split(String.valueOf(SEPARATOR), -1))));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed();
        }
    }

    /**
     * One value of the sort key.
     *
     * @throws ProblemException 400 {@code cursor-malformed}: it is not a cursor of this list
     */
    public String text(int part) {
        return read(part, Function.identity());
    }

    /**
     * One value of the sort key, a number.
     *
     * @throws ProblemException 400 {@code cursor-malformed}: it is not a cursor of this list
     */
    public long number(int part) {
        return read(part, Long::parseLong);
    }

    /**
     * One value of the sort key, an id.
     *
     * @throws ProblemException 400 {@code cursor-malformed}: it is not a cursor of this list
     */
    public UUID id(int part) {
        return read(part, UUID::fromString);
    }

    /**
     * One value of the sort key, an instant.
     *
     * @throws ProblemException 400 {@code cursor-malformed}: it is not a cursor of this list
     */
    public Instant instant(int part) {
        return read(part, Instant::parse);
    }

    /** The text for clients. */
    @Override
    public String toString() {
        byte[] bytes = String.join(String.valueOf(SEPARATOR), parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private <T> T read(int part, Function<String, T> reader) {
        if (part >= parts.size()) {
            throw malformed();
        }
        try {
            return reader.apply(parts.get(part));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return Problems.badRequest(
                "cursor-malformed", "Send the cursor exactly as it came in next, or none to start from the beginning.");
    }
}
