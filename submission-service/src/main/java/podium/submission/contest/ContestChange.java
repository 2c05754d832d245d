package podium.submission.contest;

import java.time.Instant;
import java.util.List;
import podium.kit.problem.Violation;

/** What came of a wish to create or change a contest. */
public sealed interface ContestChange {

    /** It is as wished. */
    record Done(Contest contest) implements ContestChange {}

    /** The definition does not hold together. */
    record Invalid(List<Violation> violations) implements ContestChange {}

    /** Another contest has the slug. */
    record SlugTaken(String slug) implements ContestChange {}

    /** Only a draft can be changed or opened. */
    record NotDraft(ContestState state) implements ContestChange {}

    /** Only an open contest can be closed. */
    record NotOpen(ContestState state) implements ContestChange {}

    /** Only a contest that is closed and settled can be archived. */
    record NotSettled(ContestState state) implements ContestChange {}

    /** It was changed since the caller read it. */
    record Stale(long version) implements ContestChange {}

    /** There is nothing to compete on yet. */
    record DataNotReleased() implements ContestChange {}

    /** The definition says that it opens later. */
    record TooEarly(Instant opensAt) implements ContestChange {}

    /** The definition's deadline is over. */
    record TooLate(Instant closesAt) implements ContestChange {}

    /** Somebody has to run it. */
    record LastOrganizer() implements ContestChange {}

    /** Entrants cannot run the contest that they compete in. */
    record EntrantCannotOrganize(List<String> subjects) implements ContestChange {}
}
