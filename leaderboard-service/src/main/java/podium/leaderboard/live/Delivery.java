package podium.leaderboard.live;

import podium.leaderboard.standing.BoardPosition;

/** What becomes of a version for a reader who has those up to some position: each is sent once, and none is left out. */
enum Delivery {
    /** The next one: send it. */
    SEND,
    /** The reader has it. */
    SKIP,
    /** Versions between are missing: send those first. */
    FILL,
    /** Another epoch: send the whole board. */
    RESET;

    /**
     * Decides.
     *
     * @param seen what the reader has
     * @param next the version that is there to be sent
     */
    static Delivery decide(BoardPosition seen, BoardPosition next) {
        if (seen.epoch() != next.epoch()) {
            return seen.epoch() < next.epoch() ? RESET : SKIP;
        }
        if (next.version() <= seen.version()) {
            return SKIP;
        }
        return next.version() == seen.version() + 1 ? SEND : FILL;
    }
}
