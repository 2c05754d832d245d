package podium.scoring.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.scoring.attack.AttackCell;
import podium.scoring.attack.AttackGrid;
import podium.scoring.attack.AttackReport;
import podium.scoring.attack.DateKnowledge;
import podium.scoring.attack.ItemChoice;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.stage.Progress;

/**
 * Looks for what a refused plan would have to give up. From the plan on, each stage of the sampling is halved alone and
 * attacked; the one that brings both limits nearest to their bounds is kept and the next ones are tried from there, until
 * both hold or enough was tried. The bounds stay as they are. For speed fewer targets are attacked, and only by those who know
 * most: a plan that passes here still has to pass the gate.
 */
public final class PrivacyUtilitySearch {
    /** How many people are attacked of each plan, of the population and in the release. */
    public static final int TARGETS = 500;

    /** How many plans are tried at most. */
    public static final int TRIES = 19;

    private static final String STAGE = "privacy-utility-curve";

    private final RatingsGate gate;
    private final Sampler sampler;
    private final List<RatingsRelease> earlier;
    private final long seed;

    /**
     * A search.
     *
     * @param gate whose bounds have to hold
     * @param sampler runs the plan with another sampling
     * @param earlier what was published before of the same people
     * @param seed of the attacks
     */
    public PrivacyUtilitySearch(RatingsGate gate, Sampler sampler, List<RatingsRelease> earlier, long seed) {
        this.gate = gate;
        this.sampler = sampler;
        this.earlier = List.copyOf(earlier);
        this.seed = seed;
    }

    /** Who knows most: eight ratings, none of them wrong, with dates and without, popular or rare. */
    static List<AttackCell> cells() {
        List<AttackCell> cells = new ArrayList<>();
        for (ItemChoice items : List.of(ItemChoice.POPULAR, ItemChoice.RARE)) {
            cells.add(new AttackCell(8, 0, new DateKnowledge(3), items));
            cells.add(new AttackCell(8, 0, DateKnowledge.UNKNOWN, items));
        }
        return cells;
    }

    /** Searches from a refused plan with the usual effort; progress counts plans. */
    public PrivacyUtilityCurve from(Sampling plan, Progress progress) {
        return from(plan, TARGETS, TRIES, progress);
    }

    /**
     * Searches from a refused plan.
     *
     * @param plan its sampling
     * @param targets how many people are attacked of each plan
     * @param tries how many plans are tried at most, the refused one among them
     * @param progress counts plans
     */
    public PrivacyUtilityCurve from(Sampling plan, int targets, int tries, Progress progress) {
        AttackGrid attack =
                new AttackGrid(cells(), targets, seed, Runtime.getRuntime().availableProcessors());
        List<TriedPlan> points = new ArrayList<>();
        progress.begin(STAGE, tries);
        Optional<TriedPlan> here = Optional.of(tried(new Sampling.Step("plan", plan), attack, points, progress));
        while (here.isPresent() && !here.get().passes()) {
            List<TriedPlan> round = new ArrayList<>();
            for (Sampling.Step step : here.get().sampling().steps()) {
                if (points.size() < tries) {
                    round.add(tried(step, attack, points, progress));
                }
            }
            here = round.stream().min(Comparator.comparingDouble(TriedPlan::distance));
        }
        return new PrivacyUtilityCurve(targets, cells(), points);
    }

    private TriedPlan tried(Sampling.Step step, AttackGrid attack, List<TriedPlan> points, Progress progress) {
        Sampler.Sampled sampled = sampler.sample(step.sampling());
        AttackReport report = attack.attack(sampled.release(), earlier, Progress.NONE);
        GateVerdict verdict = gate.judge(report);
        TriedPlan point = new TriedPlan(
                step.stage(),
                step.sampling(),
                sampled.release().published().cardinality(),
                report.worstForPopulation().population().upper95(),
                report.worstForMembers().members().upper95(),
                sampled.utilityLoss(),
                verdict.populationExcess(),
                verdict.membersExcess());
        points.add(point);
        progress.advance(1);
        return point;
    }
}
