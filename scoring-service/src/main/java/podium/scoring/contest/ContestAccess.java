package podium.scoring.contest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;

/** Lets the organizers of a contest through, and nobody else. */
@ApplicationScoped
public class ContestAccess {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ContestStore contests;
    private final Caller caller;

    @Inject
    ContestAccess(ContestStore contests, Caller caller) {
        this.contests = contests;
        this.caller = caller;
    }

    /**
     * The contest, if the caller is one of its organizers. For methods that only the role organizer may call.
     *
     * @param slug the contest's name in URLs
     * @throws podium.kit.problem.ProblemException 503 {@code contest-not-known-yet} if scoring has not heard of the contest:
     *     it may have been created a moment ago; 403 {@code not-an-organizer}
     */
    public KnownContest organizedByCaller(String slug) {
        KnownContest contest = contests.findBySlug(slug)
                .orElseThrow(
                        () -> Problems.unavailable(
                                "contest-not-known-yet",
                                SOON,
                                "This service has not heard of the contest. If it was created just now, try again in a second."));
        return organizedByCaller(contest);
    }

    /** The same by the contest's id; of a contest that is known. */
    public KnownContest organizedByCaller(UUID contestId) {
        return organizedByCaller(contests.find(contestId)
                .orElseThrow(() -> new IllegalStateException("Contest " + contestId + " is not known")));
    }

    private KnownContest organizedByCaller(KnownContest contest) {
        if (!contest.isOrganizer(caller.subject())) {
            throw Problems.forbidden(
                    "not-an-organizer", "Only the contest's organizers may do this; ask one of them to add you.");
        }
        return contest;
    }
}
