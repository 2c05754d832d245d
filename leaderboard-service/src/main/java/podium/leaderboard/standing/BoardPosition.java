package podium.leaderboard.standing;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a board is in its sequence of versions.
 *
 * @param epoch from 1; raised when the database was restored from a backup, so that versions which were seen and then
 *     lost are never taken for those that come now
 * @param version from 0, the board that nothing was published of; gapless within an epoch
 */
public record BoardPosition(int epoch, long version) implements Comparable<BoardPosition> {

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,8})-(0|[1-9]\\d{0,17})");

    private static final Comparator<BoardPosition> ORDER =
            Comparator.comparingInt(BoardPosition::epoch).thenComparingLong(BoardPosition::version);

    public BoardPosition {
        if (epoch < 1 || version < 0) {
            throw new IllegalArgumentException("No such position: epoch " + epoch + ", version " + version);
        }
    }

    /** Reads {@code <epoch>-<version>}, the id of events of a stream; empty for null and for anything else. */
    public static Optional<BoardPosition> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new BoardPosition(Integer.parseInt(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    /** The position of the next version in this epoch. */
    public BoardPosition next() {
        return new BoardPosition(epoch, version + 1);
    }

    @Override
    public int compareTo(BoardPosition other) {
        return ORDER.compare(this, other);
    }

    /** {@code <epoch>-<version>}. */
    @Override
    public String toString() {
        return epoch + "-" + version;
    }
}
