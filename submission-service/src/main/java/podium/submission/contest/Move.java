package podium.submission.contest;

import static podium.submission.contest.ContestState.ARCHIVED;
import static podium.submission.contest.ContestState.AWARDED;
import static podium.submission.contest.ContestState.CANCELLED;
import static podium.submission.contest.ContestState.CLOSED;
import static podium.submission.contest.ContestState.DRAFT;
import static podium.submission.contest.ContestState.ENDED_WITHOUT_AWARD;
import static podium.submission.contest.ContestState.LAST_CALL;
import static podium.submission.contest.ContestState.OPEN;
import static podium.submission.contest.ContestState.PAUSED;
import static podium.submission.contest.ContestState.SCHEDULED;
import static podium.submission.contest.ContestState.VERIFYING;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What leads from one state of a contest to the next; there is no other way. */
public enum Move {
    /** By an organizer: it will open by the clock. */
    SCHEDULE(SCHEDULED),
    /** By an organizer: not yet after all. */
    WITHDRAW(DRAFT),
    /** By an organizer, or by the clock at the time of opening. */
    OPEN_UP(OPEN),
    /** By the first released score that reaches the target. */
    REACH_TARGET(LAST_CALL),
    /** By an organizer. */
    PAUSE(PAUSED),
    /** By an organizer; to last call if the target was reached. */
    RESUME(OPEN),
    /** By the clock at the deadline, or by an organizer before. */
    CLOSE(CLOSED),
    /** By scoring, when every private score is revealed. */
    VERIFY(VERIFYING),
    /** By the board, when the winner is confirmed. */
    AWARD(AWARDED),
    /** By an organizer: nobody could be confirmed. */
    END(ENDED_WITHOUT_AWARD),
    /** By an organizer, as long as the deadline is not over. */
    CANCEL(CANCELLED),
    /** By an organizer; cannot be undone. */
    ARCHIVE(ARCHIVED);

    private final ContestState to;

    Move(ContestState to) {
        this.to = to;
    }

    /** Whether it can be made in this state. */
    public boolean possibleIn(ContestState state) {
        return switch (this) {
            case SCHEDULE -> state == DRAFT;
            case WITHDRAW -> state == SCHEDULED;
            case OPEN_UP -> state == DRAFT || state == SCHEDULED;
            case REACH_TARGET -> state == OPEN;
            case PAUSE -> state == OPEN || state == LAST_CALL;
            case RESUME -> state == PAUSED;
            case CLOSE -> state.running();
            case VERIFY -> state == CLOSED;
            case AWARD -> state == VERIFYING;
            case END -> state == CLOSED || state == VERIFYING;
            case CANCEL -> state == DRAFT || state == SCHEDULED || state.running();
            case ARCHIVE -> state == AWARDED || state == ENDED_WITHOUT_AWARD || state == CANCELLED;
        };
    }

    /**
     * The state that it leads to.
     *
     * @param targetReached whether a released score has reached the target
     */
    public ContestState to(boolean targetReached) {
        return this == RESUME && targetReached ? LAST_CALL : to;
    }

    /** The word for people and histories. */
    @JsonValue
    public String word() {
        return this == OPEN_UP ? "open" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
