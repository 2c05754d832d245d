package podium.leaderboard.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A board at one version: immutable, in order of rank.
 *
 * <p>A version is made of the one before, whose rows it shares: rows that changed are sorted and put in, the others are
 * copied in stretches without being looked at. For the teams' places it goes through an array of their hashes, because to
 * look at 41,305 rows all over memory takes twenty times as long.
 */
public final class Board {

    /** Bits of the sieve that hashes of teams are tried in; a power of two. */
    private static final int SIEVE = 1 << 16;

    private final BoardKey key;
    private final BoardPosition position;
    private final Instant at;
    private final @Nullable Direction direction;
    private final int decimals;
    private final Standing[] ranked;
    private final int[] hashes;
    private final List<Standing> standings;

    private Board(
            BoardKey key,
            BoardPosition position,
            Instant at,
            @Nullable Direction direction,
            int decimals,
            Standing[] ranked,
            int[] hashes) {
        this.key = key;
        this.position = position;
        this.at = at;
        this.direction = direction;
        this.decimals = decimals;
        this.ranked = ranked;
        this.hashes = hashes;
        this.standings = Collections.unmodifiableList(Arrays.asList(ranked));
    }

    /**
     * A board of these rows.
     *
     * @param direction null as long as nobody has a score
     * @param rows in any order
     * @throws IllegalArgumentException when there are rows but no direction
     */
    public static Board of(
            BoardKey key,
            BoardPosition position,
            Instant at,
            @Nullable Direction direction,
            int decimals,
            Collection<Standing> rows) {
        Standing[] ranked = rows.toArray(Standing[]::new);
        if (direction != null) {
            Arrays.sort(ranked, new Ranking(direction));
        } else if (ranked.length > 0) {
            throw new IllegalArgumentException("Nobody can rank without a direction");
        }
        int[] hashes =
                Arrays.stream(ranked).mapToInt(row -> row.teamId().hashCode()).toArray();
        return new Board(key, position, at, direction, decimals, ranked, hashes);
    }

    /** Contest and view. */
    public BoardKey key() {
        return key;
    }

    /** Epoch and version. */
    public BoardPosition position() {
        return position;
    }

    /** When this version was published. */
    public Instant at() {
        return at;
    }

    /** Which way is better; null as long as nobody has a score. */
    public @Nullable Direction direction() {
        return direction;
    }

    /** How many decimals scores have. */
    public int decimals() {
        return decimals;
    }

    /** The rows, best first: the rank is the index plus one. */
    public List<Standing> standings() {
        return standings;
    }

    /** A version and what it changed. */
    public record Step(Board board, BoardChange change) {}

    /**
     * The version after this one.
     *
     * @param at when it is published
     * @param direction which way is better; null as long as nobody has a score
     * @param changed rows that are new or different, one for a team
     * @param removed teams that stand no longer; those that did not stand are passed over
     */
    public Step next(
            Instant at, @Nullable Direction direction, Collection<Standing> changed, Collection<UUID> removed) {
        return step(position.next(), at, direction, changed, removed);
    }

    /** The board after a version that somebody else made. */
    public Board after(BoardChange change, @Nullable Direction direction) {
        List<Standing> changed =
                change.changes().stream().map(BoardChange.Row::standing).toList();
        return step(change.position(), change.at(), direction, changed, change.removed())
                .board();
    }

    private Step step(
            BoardPosition to,
            Instant when,
            @Nullable Direction way,
            Collection<Standing> changed,
            Collection<UUID> removed) {
        Board fresh = Board.of(key, to, when, way, decimals, changed);
        int[] leaving = indexes(changed, removed);
        Map<UUID, Integer> before = new HashMap<>();
        for (int index : leaving) {
            before.put(ranked[index].teamId(), index + 1);
        }

        Merge merge = new Merge(this, leaving, fresh.ranked.length);
        List<BoardChange.Row> changes = new ArrayList<>(fresh.ranked.length);
        for (Standing row : fresh.ranked) {
            int rank = merge.insert(row, new Ranking(Objects.requireNonNull(way)));
            changes.add(new BoardChange.Row(rank, row, before.get(row.teamId())));
        }
        merge.finish();

        List<UUID> gone = removed.stream().filter(before::containsKey).toList();
        BoardChange change = new BoardChange(to, when, merge.ranked.length, changes, gone);
        return new Step(new Board(key, to, when, way, decimals, merge.ranked, merge.hashes), change);
    }

    /** Where teams stand that do so now, ascending. Looks at a row only if the hash of its team is one of theirs. */
    private int[] indexes(Collection<Standing> changed, Collection<UUID> removed) {
        Set<UUID> teams = new HashSet<>(removed);
        changed.forEach(row -> teams.add(row.teamId()));
        BitSet sought = new BitSet(SIEVE);
        teams.forEach(team -> sought.set(team.hashCode() & (SIEVE - 1)));
        return IntStream.range(0, ranked.length)
                .filter(i -> sought.get(hashes[i] & (SIEVE - 1)))
                .filter(i -> teams.contains(ranked[i].teamId()))
                .toArray();
    }

    /** Makes the rows of a version: those of the one before, copied in stretches, less some, with others in between. */
    private static final class Merge {

        private final Board old;
        private final int[] leaving;
        private final Standing[] ranked;
        private final int[] hashes;
        private int read;
        private int left;
        private int written;

        Merge(Board old, int[] leaving, int coming) {
            this.old = old;
            this.leaving = leaving;
            this.ranked = new Standing[old.ranked.length - leaving.length + coming];
            this.hashes = new int[ranked.length];
        }

        /** Puts in a row, which ranks behind those that were put in before; returns its rank. */
        int insert(Standing row, Ranking order) {
            int index = Arrays.binarySearch(old.ranked, row, order);
            copyTo(index < 0 ? -index - 1 : index);
            ranked[written] = row;
            hashes[written] = row.teamId().hashCode();
            return ++written;
        }

        void finish() {
            copyTo(old.ranked.length);
        }

        private void copyTo(int end) {
            while (read < end) {
                int stop = left < leaving.length ? Math.min(end, leaving[left]) : end;
                System.arraycopy(old.ranked, read, ranked, written, stop - read);
                System.arraycopy(old.hashes, read, hashes, written, stop - read);
                written += stop - read;
                read = stop;
                if (read < end) {
                    read++;
                    left++;
                }
            }
        }
    }

    /**
     * The index of the first row that ranks behind a place that need not be taken any more.
     *
     * @param place a row of this or an earlier version
     */
    public int indexBehind(Standing place) {
        if (direction == null) {
            return 0;
        }
        int index = Collections.binarySearch(standings, place, new Ranking(direction));
        return index < 0 ? -index - 1 : index + 1;
    }
}
