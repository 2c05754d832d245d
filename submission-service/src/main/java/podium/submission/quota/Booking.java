package podium.submission.quota;

import java.time.Instant;
import java.util.UUID;

/** What came of a wish for a place in a team's quota. */
public sealed interface Booking {

    /**
     * There is a place.
     *
     * @param quota with this place taken
     */
    record Booked(Reservation reservation, Quota quota) implements Booking {}

    /** Nothing is left of the day. */
    record Exhausted(Quota quota) implements Booking {}

    /** The person has sent this before. */
    record SentBefore(UUID submissionId) implements Booking {}

    /** The person is sending this at this moment. */
    record BeingSent() implements Booking {}

    /** The person is in no team of the contest. */
    record NoTeam() implements Booking {}

    /** The contest is not open yet. */
    record NotOpen() implements Booking {}

    /** It was received too late. */
    record Closed(Instant deadline) implements Booking {}
}
