package podium.leaderboard.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A board at one version: immutable, in order of rank.
 *
 * <p>A version is made of the one before in one pass over the rows, which all versions share; nothing is sorted but the
 * rows that changed. With 41,305 teams that takes under a millisecond and 165 KB.
 */
public final class Board {

    private final BoardKey key;
    private final BoardPosition position;
    private final Instant at;
    private final @Nullable Direction direction;
    private final int decimals;
    private final List<Standing> standings;

    private Board(
            BoardKey key,
            BoardPosition position,
            Instant at,
            @Nullable Direction direction,
            int decimals,
            Standing[] ranked) {
        this.key = key;
        this.position = position;
        this.at = at;
        this.direction = direction;
        this.decimals = decimals;
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
        return new Board(key, position, at, direction, decimals, ranked);
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
        Set<UUID> touched = new HashSet<>(removed);
        changed.forEach(row -> touched.add(row.teamId()));

        List<Standing> kept = new ArrayList<>(standings.size());
        Map<UUID, Integer> before = new HashMap<>();
        for (int i = 0; i < standings.size(); i++) {
            Standing row = standings.get(i);
            if (touched.contains(row.teamId())) {
                before.put(row.teamId(), i + 1);
            } else {
                kept.add(row);
            }
        }

        Standing[] ranked = new Standing[kept.size() + fresh.standings.size()];
        List<BoardChange.Row> changes = new ArrayList<>(fresh.standings.size());
        int k = 0;
        for (Standing row : fresh.standings) {
            Ranking order = new Ranking(Objects.requireNonNull(way));
            while (k < kept.size() && order.compare(kept.get(k), row) < 0) {
                ranked[k + changes.size()] = kept.get(k++);
            }
            int rank = k + changes.size() + 1;
            ranked[rank - 1] = row;
            changes.add(new BoardChange.Row(rank, row, before.get(row.teamId())));
        }
        for (int rest = changes.size(); k < kept.size(); k++) {
            ranked[k + rest] = kept.get(k);
        }
        List<UUID> gone = removed.stream().filter(before::containsKey).toList();
        BoardChange change = new BoardChange(to, when, ranked.length, changes, gone);
        return new Step(new Board(key, to, when, way, decimals, ranked), change);
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
