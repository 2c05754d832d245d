package podium.leaderboard.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import podium.leaderboard.board.Boards;
import podium.leaderboard.board.PublishedVersion;
import podium.leaderboard.board.VersionStore;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.BoardPosition;
import podium.leaderboard.standing.View;

/** A board that clients follow: what they share. News of it are passed on by one thread at a time. */
final class LiveBoard implements Listener.Source {

    private final String slug;
    private final BoardKey key;
    private final Boards boards;
    private final VersionStore versions;
    private final LiveConfig config;
    private final Executor threads;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger news = new AtomicInteger();

    private volatile @Nullable Made newest;
    private volatile @Nullable Made snapshot;
    private volatile @Nullable OutboundSseEvent revealed;

    private record Made(BoardPosition position, OutboundSseEvent event) {}

    LiveBoard(String slug, BoardKey key, Boards boards, VersionStore versions, LiveConfig config, Executor threads) {
        this.slug = slug;
        this.key = key;
        this.boards = boards;
        this.versions = versions;
        this.config = config;
        this.threads = threads;
    }

    Set<Listener> listeners() {
        return listeners;
    }

    @Override
    public LiveConfig config() {
        return config;
    }

    @Override
    public Board board() {
        return boards.board(key).orElseThrow();
    }

    @Override
    public Board refreshed() {
        return boards.refresh(key).orElseThrow();
    }

    @Override
    public List<PublishedVersion> after(BoardPosition position, int limit) {
        return boards.after(key, position, limit);
    }

    @Override
    public Optional<OutboundSseEvent> following(BoardPosition seen) {
        Made made = newest;
        if (made != null && made.position.equals(seen.next())) {
            return Optional.of(made.event);
        }
        List<PublishedVersion> next = after(seen, 1);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Made fresh = new Made(next.getFirst().position(), StreamEvents.standings(next.getFirst()));
        newest = fresh;
        return Optional.of(fresh.event);
    }

    @Override
    public OutboundSseEvent snapshot(Board board) {
        Made made = snapshot;
        if (made == null || !made.position.equals(board.position())) {
            made = new Made(
                    board.position(), StreamEvents.snapshot(slug, board, config.snapshotRows(), config.retry()));
            snapshot = made;
        }
        return made.event;
    }

    @Override
    public Optional<OutboundSseEvent> revealed() {
        return Optional.ofNullable(revealed);
    }

    /** Looks whether the private board is open by now. */
    void lookForPrivateBoard() {
        if (key.view() == View.PUBLIC && revealed == null && versions.isRevealed(key.contestId())) {
            boards.refresh(new BoardKey(key.contestId(), View.PRIVATE))
                    .ifPresent(board -> revealed = StreamEvents.revealed(slug, board));
        }
    }

    /** Passes news on to all clients, soon and on another thread; of several calls, one more round serves all. */
    void wake(boolean ofPrivateBoard) {
        if (ofPrivateBoard) {
            threads.execute(() -> {
                lookForPrivateBoard();
                wake(false);
            });
        } else if (news.getAndIncrement() == 0) {
            threads.execute(this::passOn);
        }
    }

    private void passOn() {
        int heard = news.get();
        listeners.forEach(Listener::pump);
        if (news.addAndGet(-heard) > 0) {
            threads.execute(this::passOn);
        }
    }
}
