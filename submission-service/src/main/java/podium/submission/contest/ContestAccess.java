package podium.submission.contest;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;

/** Finds the contest of a request and says what its caller may do with it, as problems. For resources. */
@ApplicationScoped
public class ContestAccess {
    private final ContestStore store;
    private final Caller caller;

    ContestAccess(ContestStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /** The caller's subject id, "" if nobody is signed in. */
    public String subject() {
        return caller.signedIn() ? caller.subject() : "";
    }

    /**
     * The contest of this slug.
     *
     * @throws ProblemException 404 {@code contest-unknown}: there is none, or the caller may not know of it
     */
    public Contest visible(String slug) {
        return store.visible(slug, subject()).orElseThrow(() -> unknown(slug));
    }

    /**
     * A contest that people may find their way into: as {@link #visible}, and besides one that shows itself to entrants only,
     * because nobody could become one otherwise.
     */
    public Contest enterable(String slug) {
        return store.visible(slug, subject())
                .or(() -> store.bySlug(slug)
                        .filter(Contest::announced)
                        .filter(contest ->
                                contest.definition().visibility().wire().equals("entrants")))
                .orElseThrow(() -> unknown(slug));
    }

    /**
     * A contest that the caller runs.
     *
     * @throws ProblemException 404 {@code contest-unknown}, 403 {@code not-an-organizer}
     */
    public Contest organized(String slug) {
        Contest contest = visible(slug);
        if (!contest.organizedBy(caller.subject())) {
            throw Problems.forbidden("not-an-organizer", "Only the organizers of " + slug + " may do this.");
        }
        return contest;
    }

    private static ProblemException unknown(String slug) {
        return Problems.notFound("contest-unknown", "There is no contest " + slug + ", or you may not see it.");
    }
}
