package podium.leaderboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.BoardPosition;

/**
 * The newest version of each board that somebody reads, in memory, shared by all readers.
 *
 * <p>A board is loaded once; from then on each version is applied to the one before, whether this replica published it or
 * heard of it. Nothing here is locked: versions only ever go up, and who comes late with an older one changes nothing.
 */
@ApplicationScoped
public class Boards {

    private final VersionStore versions;
    private final BoardConfig config;
    private final Map<BoardKey, Held> held = new ConcurrentHashMap<>();
    private final List<Consumer<BoardKey>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong uses = new AtomicLong();

    Boards(VersionStore versions, BoardConfig config) {
        this.versions = versions;
        this.config = config;
    }

    private static final class Held {
        final AtomicReference<@Nullable State> state = new AtomicReference<>();
        volatile long used;
    }

    /** A board and the versions that led to it, as far as they are kept in memory. */
    private record State(Board board, List<PublishedVersion> recent) {

        State next(Board next, PublishedVersion version, int kept) {
            List<PublishedVersion> all = new ArrayList<>(recent);
            all.add(version);
            return new State(next, List.copyOf(all.subList(Math.max(0, all.size() - kept), all.size())));
        }
    }

    /** Calls back, on the thread that brought the news, whenever a board has become newer, in memory or not. */
    public void onChange(Consumer<BoardKey> listener) {
        listeners.add(listener);
    }

    /** The newest version that this replica knows; empty if the contest is unknown. */
    public Optional<Board> board(BoardKey key) {
        return state(key).map(State::board);
    }

    /** Tells that a version may be there that this replica has not seen. */
    void heard(BoardKey key, BoardPosition position) {
        Held here = held.get(key);
        State state = here == null ? null : here.state.get();
        if (state == null) {
            tell(key);
        } else if (state.board().position().compareTo(position) < 0) {
            refresh(key);
        }
    }

    /** Tells that signals may have been lost. */
    void missed() {
        held.keySet().forEach(key -> {
            refresh(key);
            tell(key);
        });
    }

    /** Looks into the database for versions after the one in memory; loads the board if it is not in memory. */
    public Optional<Board> refresh(BoardKey key) {
        Optional<State> before = state(key);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Board board = before.get().board();
        Optional<BoardPosition> newest = versions.position(key);
        if (newest.isPresent() && newest.get().compareTo(board.position()) > 0) {
            boolean sameEpoch = newest.get().epoch() == board.position().epoch();
            long behind = newest.get().version() - board.position().version();
            if (!sameEpoch || behind > config.versionsInMemory()) {
                reload(key);
            } else {
                for (VersionStore.Stored stored : versions.after(key, board.position(), config.versionsInMemory())) {
                    board = stored.after(board);
                    offer(board, stored.version());
                }
            }
        }
        return board(key);
    }

    /** The board at exactly that version, which must be the newest: the caller holds its lock in the database. */
    Board at(BoardKey key, BoardPosition position) {
        return board(key)
                .filter(board -> board.position().equals(position))
                .or(() -> refresh(key).filter(board -> board.position().equals(position)))
                .or(() -> versions.load(key).filter(board -> board.position().equals(position)))
                .orElseThrow(() -> new IllegalStateException("Board " + key + " is not at version " + position));
    }

    /** Takes a version that was committed; of no effect if it is not the next one. */
    void offer(Board next, PublishedVersion version) {
        Held here = held.get(next.key());
        State state = here == null ? null : here.state.get();
        if (here == null || state == null) {
            tell(next.key());
            return;
        }
        boolean isNext = state.board().position().next().equals(next.position());
        if (isNext && here.state.compareAndSet(state, state.next(next, version, config.versionsInMemory()))) {
            tell(next.key());
        }
    }

    /**
     * The versions that follow a position in its epoch, in order: from memory, or from the database if they are older.
     *
     * @param limit the most that are returned
     */
    public List<PublishedVersion> after(BoardKey key, BoardPosition position, int limit) {
        List<PublishedVersion> recent = state(key).map(State::recent).orElse(List.of());
        boolean inMemory = !recent.isEmpty()
                && recent.getFirst().position().epoch() == position.epoch()
                && recent.getFirst().position().version() <= position.version() + 1;
        return inMemory
                ? recent.stream()
                        .filter(version -> version.position().compareTo(position) > 0)
                        .limit(limit)
                        .toList()
                : versions.after(key, position, limit).stream()
                        .map(VersionStore.Stored::version)
                        .toList();
    }

    private Optional<State> state(BoardKey key) {
        Held here = held.get(key);
        if (here == null || here.state.get() == null) {
            here = load(key);
        }
        here.used = uses.incrementAndGet();
        return Optional.ofNullable(here.state.get());
    }

    /** Loads a board once, however many ask for it; others wait for that. */
    private Held load(BoardKey key) {
        Held here = held.computeIfAbsent(key, _ -> new Held());
        synchronized (here) {
            if (here.state.get() == null) {
                versions.load(key)
                        .ifPresentOrElse(
                                board -> here.state.set(new State(board, List.of())), () -> held.remove(key, here));
            }
        }
        makeRoom();
        return here;
    }

    private void reload(BoardKey key) {
        Held here = held.get(key);
        Optional<Board> board = versions.load(key);
        if (here == null || board.isEmpty()) {
            return;
        }
        State fresh = new State(board.get(), List.of());
        here.state.updateAndGet(old ->
                old == null || old.board().position().compareTo(fresh.board().position()) < 0 ? fresh : old);
        tell(key);
    }

    private void makeRoom() {
        while (held.size() > config.boardsInMemory()) {
            held.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> entry.getValue().used))
                    .ifPresent(oldest -> held.remove(oldest.getKey(), oldest.getValue()));
        }
    }

    private void tell(BoardKey key) {
        listeners.forEach(listener -> listener.accept(key));
    }
}
