package podium.scoring.privacy;

import podium.scoring.attack.AttackReport;
import podium.scoring.attack.CellOutcome;

/**
 * What the gate decided of a release of ratings, and on what evidence.
 *
 * @param verdict whether it may leave; a refusal names the worst cell of each bound that is exceeded
 * @param populationBound the most of the population who may be found in any cell
 * @param membersBound the most of the people in the release who may be found in any cell
 * @param failedCells in how many cells a bound is exceeded
 * @param summary what was tried and found, for people who know no statistics
 * @param report what the attack did in every cell
 */
public record GateVerdict(
        Verdict verdict,
        double populationBound,
        double membersBound,
        int failedCells,
        String summary,
        AttackReport report) {

    /** Whether it may leave. */
    public boolean passed() {
        return verdict instanceof Verdict.Passed;
    }

    /** The cell that comes nearest to a bound, or exceeds one by most, in proportion to the bound. */
    public CellOutcome worstCell() {
        return populationExcess() >= membersExcess() ? report.worstForPopulation() : report.worstForMembers();
    }

    /** How many times its bound the upper limit of the population is, in its worst cell; more than 1 is refused. */
    public double populationExcess() {
        return report.worstForPopulation().population().upper95() / populationBound;
    }

    /** How many times its bound the upper limit of the people in the release is, in its worst cell. */
    public double membersExcess() {
        return report.worstForMembers().members().upper95() / membersBound;
    }
}
