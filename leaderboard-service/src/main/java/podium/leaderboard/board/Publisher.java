package podium.leaderboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import podium.kit.event.EventJson;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.signal.Signals;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.BoardKey;
import podium.leaderboard.standing.Direction;
import podium.leaderboard.standing.Pace;
import podium.leaderboard.standing.Standing;
import podium.leaderboard.standing.View;

/**
 * Makes versions of boards out of results that are pending.
 *
 * <p>Whoever publishes holds the lock of the board's row, so versions are gapless and none is published twice, on however
 * many replicas. The first change after a pause is published in the transaction that brings it, for the shortest way to
 * readers. A change that comes while another transaction holds the lock, or too soon after the last version, is left
 * pending, and a signal that goes out with its commit makes {@link PublicationJob} of every replica publish it when it is
 * due. Nobody who holds a result waits for a board, so nobody waits for each other.
 */
@ApplicationScoped
public class Publisher {

    /** Signal: this board has results to publish. */
    static final String PENDING = "board-pending";

    /** Signal: this board has a new version. */
    static final String PUBLISHED = "board-published";

    private final BoardStore store;
    private final Boards boards;
    private final Outbox outbox;
    private final Signals signals;
    private final TransactionSynchronizationRegistry transactions;
    private final Pace pace;
    private final int rowsPerVersion;

    Publisher(
            BoardStore store,
            Boards boards,
            Outbox outbox,
            Signals signals,
            TransactionSynchronizationRegistry transactions,
            BoardConfig config) {
        this.store = store;
        this.boards = boards;
        this.outbox = outbox;
        this.signals = signals;
        this.transactions = transactions;
        this.pace = new Pace(config.interval());
        this.rowsPerVersion = config.rowsPerVersion();
    }

    /** Publishes what the caller's transaction made pending: with its commit if that is possible, otherwise soon after. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(BoardKey key) {
        Optional<BoardHead> free = store.lockIfFree(key);
        if (free.filter(this::due).isPresent()) {
            publish(free.get());
        } else if (free.isEmpty() || free.get().open()) {
            signals.send(PENDING, key.toString());
        }
    }

    /**
     * Shows results that were all replaced at once, in one version, however many they are. The caller holds the board.
     *
     * @param gone teams that have no result any more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replaced(BoardKey key, List<UUID> gone) {
        show(store.lock(key).orElseThrow(), store.lockAllPending(key), gone);
    }

    /** Opens the private board of a contest if all its scores are here and it is not open. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reveal(UUID contest) {
        BoardHead board = store.lock(new BoardKey(contest, View.PRIVATE)).orElseThrow();
        if (board.complete() && !board.open()) {
            store.reveal(board.key(), millis(board.now()));
            show(board, store.lockAllPending(board.key()), List.of());
        }
    }

    /**
     * Publishes what is pending if it is due.
     *
     * @return how long to wait for the next attempt; empty if nothing is left to publish
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Duration> publishPending(BoardKey key) {
        if (!store.isPending(key)) {
            return Optional.empty();
        }
        Optional<BoardHead> board = store.lock(key).filter(BoardHead::open);
        if (board.isEmpty()) {
            return Optional.empty();
        }
        if (!due(board.get())) {
            return Optional.of(pace.wait(board.get().publishedAt(), board.get().now()));
        }
        return publish(board.get()) ? Optional.of(pace.interval()) : Optional.empty();
    }

    private boolean due(BoardHead board) {
        return board.open() && pace.wait(board.publishedAt(), board.now()).isZero();
    }

    /** Returns whether there may be more to publish. */
    private boolean publish(BoardHead board) {
        List<PendingResult> pending = store.lockFreePending(board.key(), rowsPerVersion);
        if (!pending.isEmpty()) {
            show(board, pending, List.of());
        }
        boolean more = pending.size() == rowsPerVersion;
        if (more) {
            signals.send(PENDING, board.key().toString());
        }
        return more;
    }

    private void show(BoardHead head, List<PendingResult> pending, List<UUID> withoutResult) {
        BoardKey key = head.key();
        Instant at = millis(head.now());
        Direction direction = head.direction() == null && !pending.isEmpty()
                ? pending.getFirst().direction()
                : head.direction();
        List<Standing> standing = pending.stream()
                .filter(PendingResult::stands)
                .map(PendingResult::standing)
                .toList();
        List<UUID> gone = Stream.concat(
                        withoutResult.stream(),
                        pending.stream().filter(result -> !result.stands()).map(result -> result.standing()
                                .teamId()))
                .toList();
        Board.Step step = boards.at(key, head.position()).next(at, direction, standing, gone);

        String document =
                EventJson.write(ChangeDocument.of(head.slug(), key.view().word(), step.change()));
        PublishedVersion version = new PublishedVersion(step.change().position(), document);
        UUID eventId = Ids.next();
        store.publish(key, pending, step.change(), direction, eventId, head.now(), document);
        outbox.append(
                StandingsChanged.TOPIC,
                key.contestId().toString(),
                eventId,
                at,
                new StandingsChanged(
                        key.contestId(),
                        key.view().word(),
                        version.position().epoch(),
                        version.position().version(),
                        at));
        signals.send(PUBLISHED, key + "@" + version.position());
        afterCommit(() -> boards.offer(step.board(), version));
    }

    private void afterCommit(Runnable action) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is left to do in the transaction.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        });
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
