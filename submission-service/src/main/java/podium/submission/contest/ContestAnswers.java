package podium.submission.contest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import podium.kit.http.ETags;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.time.TimeSource;

/** How contests are shown, and the one place where refusals become problems. For resources. */
@ApplicationScoped
class ContestAnswers {
    private final ContestStore store;
    private final ContestAccess access;
    private final TimeSource time;

    ContestAnswers(ContestStore store, ContestAccess access, TimeSource time) {
        this.store = store;
        this.access = access;
        this.time = time;
    }

    ContestView view(Contest contest) {
        return ContestView.of(contest, access.subject(), store.acceptedSubmissions(contest.id()), time.now());
    }

    Response shown(Response.ResponseBuilder answer, Contest contest) {
        ContestView view = view(contest);
        return answer.entity(view).header("ETag", ETags.of(view.tag())).build();
    }

    /** The contest as it is after a change. */
    Response shown(ContestChange change) {
        return shown(Response.ok(), done(change));
    }

    /** @throws ProblemException the change was refused */
    static Contest done(ContestChange change) {
        return switch (change) {
            case ContestChange.Done done -> done.contest();
            case ContestChange.Invalid it -> throw Problems.unprocessable("definition-invalid", it.violations());
            case ContestChange.Fixed it -> throw Problems.unprocessable("rules-fixed", it.violations());
            case ContestChange.SlugTaken it ->
                throw Problems.conflict(
                        "slug-taken", "There is a contest " + it.slug() + " already, choose another slug.");
            case ContestChange.RulesOver it ->
                throw state("contest-over", "The rules of a contest that is over do not change.", it.state());
            case ContestChange.Impossible it -> throw impossible(it.move(), it.state());
            case ContestChange.NotSettled it ->
                throw state(
                        "contest-not-settled",
                        "Wait until no upload can arrive any more (the end of the grace) and everything that was accepted has its"
                                + " outcome.",
                        it.state());
            case ContestChange.Stale it ->
                throw Problems.preconditionFailed(
                        "contest-changed", "It is at version " + it.version() + " now: read it again, then change it.");
            case ContestChange.DataNotReleased _ ->
                throw Problems.conflict(
                        "data-not-released", "Bring the data and have the release approved by two organizers first.");
            case ContestChange.NoOpening _ ->
                throw Problems.conflict(
                        "opening-missing", "Say in the definition when it opens (opensAt), or open it yourself.");
            case ContestChange.TooEarly it ->
                throw Problems.conflict(
                                "too-early",
                                "The definition lets it open at " + it.opensAt()
                                        + ": schedule it, and it opens by itself.")
                        .with("opensAt", it.opensAt());
            case ContestChange.TooLate it ->
                throw Problems.conflict("deadline-over", "The deadline was " + it.closesAt() + ": move closesAt first.")
                        .with("closesAt", it.closesAt());
            case ContestChange.LastOrganizer _ ->
                throw Problems.conflict("last-organizer", "A contest has at least one organizer.");
            case ContestChange.EntrantCannotOrganize it ->
                throw Problems.conflict(
                                "entrant-cannot-organize", "Entrants cannot run the contest that they compete in.")
                        .with("subjects", it.subjects());
        };
    }

    private static ProblemException impossible(Move move, ContestState state) {
        return switch (move) {
            case SCHEDULE -> state("contest-not-draft", "Only a draft can be scheduled.", state);
            case WITHDRAW -> state("contest-not-scheduled", "Only a scheduled contest can be withdrawn.", state);
            case OPEN_UP -> state("contest-not-draft", "Only a draft or a scheduled contest can be opened.", state);
            case PAUSE -> state("contest-not-open", "Only an open contest can be paused.", state);
            case RESUME -> state("contest-not-paused", "Only a paused contest can be resumed.", state);
            case CLOSE -> state("contest-not-open", "Only an open contest can be closed.", state);
            case END ->
                state(
                        "contest-not-closed",
                        "Only a contest that is closed, and not awarded, can end without an award.",
                        state);
            case CANCEL -> state("contest-over", "Only a contest whose deadline is not over can be cancelled.", state);
            case ARCHIVE ->
                state(
                        "contest-not-ended",
                        "Only a contest that is awarded, ended without an award or cancelled can be archived.",
                        state);
            case REACH_TARGET, VERIFY, AWARD ->
                throw new IllegalArgumentException("Nobody asks for the move " + move.word());
        };
    }

    private static ProblemException state(String code, String detail, ContestState state) {
        return Problems.conflict(code, detail + " This one is " + state.wire() + ".")
                .with("state", state);
    }
}
