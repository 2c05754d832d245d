package podium.scoring.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Judges attacks: in every cell the upper limits have to keep two bounds, over the population and given membership. The second is
 * what stops a release of a few people in which everyone is found.
 *
 * @param population the most that may be hit over the population
 * @param members the most that may be hit of the people in the release
 */
public record AttackGate(double population, double members) {
    public AttackGate {
        if (!(population > 0 && population <= 1 && members > 0 && members <= 1)) {
            throw new IllegalArgumentException("A bound lies above 0 and at most at 1");
        }
    }

    /** What is wrong, nothing if every cell keeps both bounds. */
    public List<Verdict.Reason> reasons(List<GateCell> cells) {
        List<Verdict.Reason> reasons = new ArrayList<>();
        cells.stream()
                .max(Comparator.comparingDouble(cell -> cell.population().upper95()))
                .filter(cell -> cell.population().upper95() > population)
                .ifPresent(worst -> reasons.add(new Verdict.Reason(
                        "identifiable-in-population",
                        message("of the people in the raw data", worst, worst.population(), population)
                                + also(cells, true))));
        cells.stream()
                .max(Comparator.comparingDouble(cell -> cell.members().upper95()))
                .filter(cell -> cell.members().upper95() > members)
                .ifPresent(worst -> reasons.add(new Verdict.Reason(
                        "identifiable-in-release",
                        message("of the people in the release", worst, worst.members(), members)
                                + also(cells, false))));
        return reasons;
    }

    /** The cell that is furthest beyond its bound, or nearest to it. */
    public GateCell worst(List<GateCell> cells) {
        return cells.stream()
                .max(Comparator.comparingDouble(this::strain))
                .orElseThrow(() -> new IllegalArgumentException("Nothing was attacked"));
    }

    private double strain(GateCell cell) {
        return Math.max(cell.population().upper95() / population, cell.members().upper95() / members);
    }

    private String also(List<GateCell> cells, boolean whole) {
        long beyond = cells.stream()
                .filter(cell -> whole
                        ? cell.population().upper95() > population
                        : cell.members().upper95() > members)
                .count();
        return String.format(Locale.ROOT, " %d of %d kinds of knowledge are beyond the bound.", beyond, cells.size());
    }

    private static String message(String whom, GateCell worst, Hits hits, double bound) {
        return String.format(
                Locale.ROOT,
                "Somebody who knows %s finds %d of %d %s (%.1f %%, at most %.1f %% with 95 %% confidence; the bound is %.1f %%).",
                worst.words(),
                hits.hits(),
                hits.targets(),
                whom,
                100 * hits.top1(),
                100 * hits.upper95(),
                100 * bound);
    }
}
