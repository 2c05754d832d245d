package podium.scoring.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.holdout.CorrectedSolutions;
import podium.scoring.holdout.Solution;
import podium.scoring.holdout.Solutions;
import podium.scoring.sql.SqlRunner;
import podium.scoring.version.ScoringRules;
import podium.scoring.version.ScoringVersionStore;

/** Scorers of contests under their scoring versions; what is made of a solution is made once. */
@ApplicationScoped
class Scorers {
    private final ContestStore contests;
    private final ScoringVersionStore versions;
    private final Solutions solutions;
    private final CorrectedSolutions corrected;
    private final SqlRunner runner;
    /** Goes with the solution that it was made of, when that is let go. */
    private final Map<Solution, PreparedTruth> truths = Collections.synchronizedMap(new WeakHashMap<>());

    @Inject
    Scorers(
            ContestStore contests,
            ScoringVersionStore versions,
            Solutions solutions,
            CorrectedSolutions corrected,
            SqlRunner runner) {
        this.contests = contests;
        this.versions = versions;
        this.solutions = solutions;
        this.corrected = corrected;
        this.runner = runner;
    }

    /**
     * The scorer of a contest under a version.
     *
     * @throws IllegalStateException the contest is not known or its data is not released: it has no submissions
     */
    Scorer of(UUID contestId, int version) {
        KnownContest contest = contests.find(contestId)
                .orElseThrow(() -> new IllegalStateException("Work on a contest that is not known"));
        ScoringRules rules = versions.rules(contestId, version);
        Solution solution = solution(contestId, rules);
        PreparedTruth truth = truths.computeIfAbsent(solution, PreparedTruth::of);
        return new Scorer(rules.applied(contest.task()), contest.maxBytes(), solution, truth, runner);
    }

    /** The scorer of a contest under its current version. */
    Scorer current(UUID contestId) {
        return of(contestId, versions.current(contestId));
    }

    /** The hidden rows of a contest as its current version has them. */
    Solution currentSolution(UUID contestId) {
        return solution(contestId, versions.rules(contestId, versions.current(contestId)));
    }

    private Solution solution(UUID contestId, ScoringRules rules) {
        Solution released = solutions
                .find(contestId)
                .orElseThrow(() -> new IllegalStateException("Work on a contest whose data is not released"));
        return corrected.read(released, rules.solutionFile());
    }
}
