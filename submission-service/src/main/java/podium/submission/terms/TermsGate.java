package podium.submission.terms;

import jakarta.enterprise.context.ApplicationScoped;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.submission.contest.Contest;

/** Keeps from data and submissions who has not accepted exactly the terms that are in force. For resources. */
@ApplicationScoped
public class TermsGate {
    private final EntrantStore entrants;

    TermsGate(EntrantStore entrants) {
        this.entrants = entrants;
    }

    /**
     * Lets only entrants pass.
     *
     * @throws ProblemException 403 {@code not-an-entrant}, {@code terms-not-accepted}
     */
    public void entrant(Contest contest, String subject) {
        switch (entrants.standing(contest, subject)) {
            case ENTERED -> {}
            case OUTDATED -> throw outdated(contest);
            case NONE -> throw Problems.forbidden("not-an-entrant", "Accept the terms of the contest first.");
        }
    }

    /**
     * Lets everybody pass but entrants whose acceptance is of other terms.
     *
     * @throws ProblemException 403 {@code terms-not-accepted}
     */
    public void notOutdated(Contest contest, String subject) {
        if (entrants.standing(contest, subject) == Standing.OUTDATED) {
            throw outdated(contest);
        }
    }

    private static ProblemException outdated(Contest contest) {
        return Problems.forbidden(
                        "terms-not-accepted", "The terms of the contest changed: read them and accept them again.")
                .with("version", contest.termsVersion())
                .with("sha256", contest.termsSha256());
    }
}
