package podium.scoring.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.scoring.attack.AttackCell;

/**
 * What a refused plan would have to give up, as found by {@link PrivacyUtilitySearch}: what each plan that was tried would
 * risk, and what it would cost.
 *
 * @param targets how many people were attacked of each plan, of the population and in the release
 * @param cells what the attackers knew
 * @param points what was tried, the refused plan first
 */
public record PrivacyUtilityCurve(int targets, List<AttackCell> cells, List<TriedPlan> points) {
    public PrivacyUtilityCurve {
        cells = List.copyOf(cells);
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A curve begins with the refused plan");
        }
    }

    /** The plan that passes at the smallest loss, if any does. */
    public Optional<TriedPlan> best() {
        return points.stream().filter(TriedPlan::passes).min(Comparator.comparingDouble(TriedPlan::utilityLoss));
    }

    /** The stage of the refused plan whose change alone, by half, lowers the risk most; none if nothing was tried. */
    public Optional<TriedPlan> mostHelpful() {
        return firstRound().stream().min(Comparator.comparingDouble(TriedPlan::distance));
    }

    /** What was tried from the refused plan itself: the points up to the second of the same stage. */
    private List<TriedPlan> firstRound() {
        List<TriedPlan> round = new ArrayList<>();
        for (TriedPlan point : points.subList(1, points.size())) {
            if (round.stream().anyMatch(other -> other.stage().equals(point.stage()))) {
                break;
            }
            round.add(point);
        }
        return round;
    }

    /** What a refusal says of it. */
    public String words() {
        String alone = firstRound().stream()
                .sorted(Comparator.comparingDouble(TriedPlan::distance))
                .map(point -> point.stage() + " to " + point.sampling().words() + ": " + risk(point))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), list -> list.isEmpty() ? "nothing else was tried" : list));
        String outcome = best().map(point -> "The least loss at which both bounds held: "
                        + point.sampling().words() + " (" + risk(point) + ").")
                .orElse(
                        "Nothing that was tried passes. Where nothing passes, the answer is to bring the code to the data.");
        return String.format(
                Locale.ROOT,
                "%d plans were tried on %,d targets each, against the best informed attackers alone; a plan that passes here"
                        + " still has to pass the gate. The refused plan, %s: %s. What helps most, each alone: %s. %s",
                points.size(),
                targets,
                points.getFirst().sampling().words(),
                risk(points.getFirst()),
                alone,
                outcome);
    }

    private static String risk(TriedPlan point) {
        String loss = Double.isNaN(point.utilityLoss())
                ? "too little to train on"
                : String.format(Locale.ROOT, "the baseline's error %+.1f %%", 100 * point.utilityLoss());
        return String.format(
                Locale.ROOT,
                "at most %.1f %% of all people and %.1f %% of the released are found, %s",
                100 * point.populationUpper95(),
                100 * point.membersUpper95(),
                loss);
    }
}
