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

    /** Entrants rely on these rules. */
    record Fixed(List<Violation> violations) implements ContestChange {}

    /** Another contest has the slug. */
    record SlugTaken(String slug) implements ContestChange {}

    /** The rules of a contest that is over do not change. */
    record RulesOver(ContestState state) implements ContestChange {}

    /** No such move leads out of this state. */
    record Impossible(Move move, ContestState state) implements ContestChange {}

    /** Something may still arrive or is being scored. */
    record NotSettled(ContestState state) implements ContestChange {}

    /** It was changed since the caller read it. */
    record Stale(long version) implements ContestChange {}

    /** There is nothing to compete on yet. */
    record DataNotReleased() implements ContestChange {}

    /** The definition does not say when to open. */
    record NoOpening() implements ContestChange {}

    /** The definition says that it opens later. */
    record TooEarly(Instant opensAt) implements ContestChange {}

    /** The definition's deadline is over. */
    record TooLate(Instant closesAt) implements ContestChange {}

    /** Somebody has to run it. */
    record LastOrganizer() implements ContestChange {}

    /** Entrants cannot run the contest that they compete in. */
    record EntrantCannotOrganize(List<String> subjects) implements ContestChange {}
}
