package podium.submission.terms;

import java.time.Instant;
import java.util.List;
import podium.submission.contest.ContestState;
import podium.submission.definition.Eligibility.Obstacle;

/** What came of a wish to accept terms. */
public sealed interface Acceptance {

    /**
     * The person is an entrant.
     *
     * @param before whether it was one already
     */
    record Accepted(int version, String sha256, Instant acceptedAt, boolean before) implements Acceptance {}

    /** Other terms are in force. */
    record TermsChanged(int version, String sha256) implements Acceptance {}

    /** The contest does not take entrants now. */
    record NotOpen(ContestState state) implements Acceptance {}

    /** Nobody enters any more. */
    record EntryOver(Instant entryDeadline) implements Acceptance {}

    /** The rules of the contest keep this person out. */
    record NotEligible(List<Obstacle> obstacles) implements Acceptance {}

    /** Not everything was affirmed that has to be. */
    record NotAttested(List<String> missing) implements Acceptance {}

    /** Who runs a contest cannot compete in it. */
    record OrganizerCannotEnter() implements Acceptance {}

    /** The person was removed from the contest. */
    record Removed() implements Acceptance {}
}
