package podium.leaderboard.live;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import podium.leaderboard.board.PublishedVersion;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.BoardPosition;

/**
 * A client of a stream: what it has seen, and what it gets next.
 *
 * <p>Nothing is queued for it. It gets an event when it has taken the one before, from what all clients of the board
 * share; a slow client is only further behind than others. Memory for it does not grow, and versions that it missed are
 * still read in order.
 */
final class Listener {

    /** How many versions are read at once for a client that is behind. */
    private static final int CHUNK = 50;

    /** Ends for a client the events that it can no longer be sent; it may come back and go on. */
    interface Leaving {
        /** The client was too slow. */
        void dropped(Listener listener);

        /** What it should get could not be made. */
        void failed(Listener listener, RuntimeException cause);
    }

    /** What all clients of a board share. */
    interface Source {
        /** The newest version that this replica knows. */
        Board board();

        /** The newest version that the database knows. */
        Board refreshed();

        /** The versions after a position in its epoch, in order, at most {@code limit}. */
        List<PublishedVersion> after(BoardPosition position, int limit);

        /** The version after that position as an event, if there is one. */
        Optional<OutboundSseEvent> following(BoardPosition seen);

        /** The whole board as an event. */
        OutboundSseEvent snapshot(Board board);

        /** The event that tells of the private board, once that is open. */
        Optional<OutboundSseEvent> revealed();

        /** Limits and delays. */
        LiveConfig config();
    }

    private final Source live;
    private final MultiEmitter<? super OutboundSseEvent> client;
    private final Leaving leaving;
    private final Optional<BoardPosition> lastEventId;
    private final Deque<PublishedVersion> missed = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable BoardPosition seen;
    private long waitingSince;
    private boolean toldOfPrivateBoard;
    private volatile boolean taking = true;
    private volatile boolean ended;
    private volatile boolean starved;

    Listener(
            Source live,
            Optional<BoardPosition> lastEventId,
            MultiEmitter<? super OutboundSseEvent> client,
            Leaving leaving) {
        this.live = live;
        this.lastEventId = lastEventId;
        this.client = client;
        this.leaving = leaving;
    }

    /** Whether the client has to be served when it asks for more: there was something that it did not take at once. */
    boolean isStarved() {
        return starved;
    }

    /** Sends what there is, as long as the client takes it. */
    void pump() {
        lock.lock();
        try {
            while (!ended && !isUpToDate() && mayEmit()) {
                Optional<OutboundSseEvent> next = next();
                if (next.isEmpty()) {
                    break;
                }
                taking = true;
                client.emit(next.get());
            }
            if (!ended && isTooFarBehind()) {
                ended = true;
                leaving.dropped(this);
            }
        } catch (RuntimeException e) {
            ended = true;
            leaving.failed(this, e);
        } finally {
            lock.unlock();
        }
    }

    /** Asks a second time after saying that the client starves: it may have asked for more just before it was said. */
    private boolean mayEmit() {
        starved = client.requested() == 0;
        if (starved && client.requested() > 0) {
            starved = false;
        }
        return !starved;
    }

    private boolean isUpToDate() {
        return seen != null
                && seen.equals(live.board().position())
                && (toldOfPrivateBoard || live.revealed().isEmpty());
    }

    private boolean isTooFarBehind() {
        return seen != null
                && live.board().position().version() - seen.version()
                        > live.config().replay();
    }

    /** Sends a sign of life. A client that has taken nothing since the last one is given up. */
    void heartbeat() {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            if (client.requested() > 0) {
                taking = true;
                client.emit(StreamEvents.HEARTBEAT);
            } else if (taking) {
                taking = false;
            } else {
                ended = true;
                leaving.dropped(this);
            }
        } finally {
            lock.unlock();
        }
        pump();
    }

    /** Ends the stream. */
    void end() {
        ended = true;
        client.complete();
    }

    private Optional<OutboundSseEvent> next() {
        BoardPosition has = seen;
        if (has == null) {
            return Optional.of(begin());
        }
        if (!missed.isEmpty()) {
            PublishedVersion version = missed.removeFirst();
            seen = version.position();
            return Optional.of(StreamEvents.standings(version));
        }
        Board board = live.board();
        return switch (Delivery.decide(has, board.position())) {
            case SEND -> live.following(has).map(this::seeNext);
            case FILL -> {
                missed.addAll(live.after(has, CHUNK));
                yield missed.isEmpty() ? Optional.empty() : next();
            }
            case RESET -> Optional.of(snapshot(board));
            case SKIP -> has.compareTo(board.position()) > 0 ? whileAhead() : newsOfPrivateBoard();
        };
    }

    private OutboundSseEvent begin() {
        Board known = live.board();
        boolean ahead =
                lastEventId.filter(id -> id.compareTo(known.position()) > 0).isPresent();
        Board board = ahead ? live.refreshed() : known;
        return switch (Resumption.decide(
                lastEventId, board.position(), live.config().replay())) {
            case Resumption.WithSnapshot() -> snapshot(board);
            case Resumption.After(BoardPosition last) -> {
                seen = last;
                yield StreamEvents.resumed(live.config().retry());
            }
            case Resumption.Waiting(BoardPosition last) -> {
                seen = last;
                waitingSince = System.nanoTime();
                yield StreamEvents.resumed(live.config().retry());
            }
        };
    }

    private Optional<OutboundSseEvent> whileAhead() {
        boolean longEnough =
                System.nanoTime() - waitingSince >= live.config().patience().toNanos();
        return longEnough ? Optional.of(snapshot(live.refreshed())) : Optional.empty();
    }

    private Optional<OutboundSseEvent> newsOfPrivateBoard() {
        if (toldOfPrivateBoard) {
            return Optional.empty();
        }
        Optional<OutboundSseEvent> revealed = live.revealed();
        toldOfPrivateBoard = revealed.isPresent();
        return revealed;
    }

    private OutboundSseEvent seeNext(OutboundSseEvent event) {
        seen = BoardPosition.parse(event.getId()).orElseThrow();
        return event;
    }

    private OutboundSseEvent snapshot(Board board) {
        seen = board.position();
        missed.clear();
        return live.snapshot(board);
    }
}
