package podium.leaderboard.contest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.leaderboard.contest.Contest.State;
import podium.leaderboard.contest.EntrantChanged.Status;

/** Lets callers see a contest, or not. To those who may not see it, it does not exist. */
@ApplicationScoped
public class Visitors {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final ContestStore contests;
    private final Caller caller;

    Visitors(ContestStore contests, Caller caller) {
        this.contests = contests;
        this.caller = caller;
    }

    /**
     * The contest with that slug, which the caller may see.
     *
     * @throws ProblemException 404 {@code contest-unknown} when there is none, or none for this caller; 503 of the same
     *     code when an organizer asks for one that this service has not heard of, since it may be on its way
     */
    public Contest admit(String slug) {
        Contest contest = contests.find(slug).orElseThrow(() -> neverHeardOf(slug));
        if (!admits(contest)) {
            throw unknown(slug);
        }
        return contest;
    }

    private boolean admits(Contest contest) {
        boolean everyone = contest.state() != State.DRAFT && contest.visibility() == Contest.Visibility.PUBLIC;
        if (everyone) {
            return true;
        }
        if (!caller.signedIn()) {
            return false;
        }
        String subject = caller.subject();
        if (contest.organizers().contains(subject)) {
            return true;
        }
        return contest.state() != State.DRAFT
                && contests.status(contest.id(), subject)
                        .filter(status -> mayVisit(contest.visibility(), status))
                        .isPresent();
    }

    private static boolean mayVisit(Contest.Visibility visibility, Status status) {
        return switch (status) {
            case ACCEPTED -> true;
            case INVITED -> visibility == Contest.Visibility.INVITED;
            case REMOVED -> false;
        };
    }

    private ProblemException neverHeardOf(String slug) {
        return caller.has(Roles.ORGANIZER)
                ? Problems.unavailable(
                        "contest-unknown", SOON, "Contest " + slug + " has not reached this service yet; try again.")
                : unknown(slug);
    }

    private static ProblemException unknown(String slug) {
        return Problems.notFound("contest-unknown", "There is no contest " + slug + " here, or none that you may see.");
    }
}
