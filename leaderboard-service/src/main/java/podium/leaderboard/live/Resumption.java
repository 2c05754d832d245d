package podium.leaderboard.live;

import java.util.Optional;
import podium.leaderboard.standing.BoardPosition;

/** How a stream begins for a reader who may have seen a part of it. */
sealed interface Resumption {

    /** With the whole board: the reader has seen nothing, or nothing that can be continued. */
    record WithSnapshot() implements Resumption {}

    /** With the version after the one that the reader has. */
    record After(BoardPosition seen) implements Resumption {}

    /** With the version after the one that the reader has, as soon as this replica hears of it: the reader is ahead. */
    record Waiting(BoardPosition seen) implements Resumption {}

    /**
     * Decides.
     *
     * @param lastEventId what the reader has, empty for a new reader
     * @param here the newest version that this replica knows
     * @param longest the most versions that are sent one by one; who missed more gets the whole board
     */
    static Resumption decide(Optional<BoardPosition> lastEventId, BoardPosition here, long longest) {
        if (lastEventId.isEmpty()) {
            return new WithSnapshot();
        }
        BoardPosition seen = lastEventId.get();
        if (seen.compareTo(here) > 0) {
            return new Waiting(seen);
        }
        if (seen.epoch() < here.epoch()) {
            return new WithSnapshot();
        }
        long missed = here.version() - seen.version();
        return missed <= longest ? new After(seen) : new WithSnapshot();
    }
}
