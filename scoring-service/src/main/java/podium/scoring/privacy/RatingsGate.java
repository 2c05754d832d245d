package podium.scoring.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import podium.scoring.attack.AttackCell;
import podium.scoring.attack.AttackReport;
import podium.scoring.attack.CellOutcome;
import podium.scoring.attack.SampleOutcome;

/**
 * Decides by an attack whether ratings may leave. In every cell of the grid two shares have to be bounded with 95 %
 * confidence: that of the population whom the attack finds, and that of the people who are in the release. The second stops a
 * release of a few people in which everybody is found.
 */
public final class RatingsGate {
    /** The most of the population who may be found, if nobody says otherwise. */
    public static final double POPULATION = 0.05;

    /** The most of the people in a release who may be found, if nobody says otherwise. */
    public static final double MEMBERS = 0.20;

    private final double populationBound;
    private final double membersBound;

    /**
     * A gate with bounds.
     *
     * @param populationBound the most of the population who may be found, above 0 and below 1
     * @param membersBound the most of the people in the release who may be found, above 0 and below 1
     */
    public RatingsGate(double populationBound, double membersBound) {
        if (!(populationBound > 0 && populationBound < 1 && membersBound > 0 && membersBound < 1)) {
            throw new IllegalArgumentException("The gate's bounds are shares above 0 and below 1");
        }
        this.populationBound = populationBound;
        this.membersBound = membersBound;
    }

    /** Judges what an attack did. */
    public GateVerdict judge(AttackReport report) {
        CellOutcome worst = report.worstForPopulation();
        CellOutcome worstInside = report.worstForMembers();
        List<Verdict.Reason> reasons = new ArrayList<>();
        if (report.released() == 0) {
            reasons.add(new Verdict.Reason("nobody-released", "Nothing of anybody is in the release."));
        } else {
            if (worst.population().upper95() > populationBound) {
                reasons.add(new Verdict.Reason(
                        "identifiable-in-population",
                        message(worst.cell(), worst.population(), "all people of the raw data", populationBound)));
            }
            if (worstInside.members().upper95() > membersBound) {
                reasons.add(new Verdict.Reason(
                        "identifiable-in-release",
                        message(worstInside.cell(), worstInside.members(), "the people in the release", membersBound)));
            }
        }
        Verdict verdict = reasons.isEmpty() ? new Verdict.Passed() : new Verdict.Refused(reasons);
        int failed = (int) report.cells().stream().filter(this::fails).count();
        return new GateVerdict(verdict, populationBound, membersBound, failed, summary(report, failed), report);
    }

    private boolean fails(CellOutcome cell) {
        return cell.population().upper95() > populationBound || cell.members().upper95() > membersBound;
    }

    private static String message(AttackCell cell, SampleOutcome sample, String among, double bound) {
        return String.format(
                Locale.ROOT,
                "Somebody who knows %s finds the right record for %,d of %,d people drawn from %s: %s of them, and no more"
                        + " than %s with 95 %% confidence. At most %s may be found.",
                cell.words(),
                sample.hits(),
                sample.targets(),
                among,
                percent(sample.top1()),
                percent(sample.upper95()),
                percent(bound));
    }

    private static String summary(AttackReport report, int failed) {
        CellOutcome worst = report.worstForPopulation();
        CellOutcome worstInside = report.worstForMembers();
        return String.format(
                Locale.ROOT,
                "%,d of %,d people are in the release. It was attacked by imitating somebody who knows a few ratings of one"
                        + " person, in %d ways. At best he finds %s of all people (if he knows %s) and %s of those in the"
                        + " release (if he knows %s); half of these are left among %,d records or fewer. %s",
                report.released(),
                report.people(),
                report.cells().size(),
                percent(worst.population().top1()),
                worst.cell().words(),
                percent(worstInside.members().top1()),
                worstInside.cell().words(),
                (long) Math.ceil(Math.pow(2, worstInside.medianBits()) - 0.01),
                failed == 0
                        ? "No way exceeds a bound."
                        : failed + " of " + report.cells().size() + " ways exceed a bound.");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
