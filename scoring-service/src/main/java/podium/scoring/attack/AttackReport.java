package podium.scoring.attack;

import java.util.Comparator;
import java.util.List;

/**
 * What the attack did in every cell of the grid.
 *
 * @param people how many people the raw data has
 * @param released how many of them are in the release, or in an earlier one
 * @param seed the seed of all draws; the same one gives the same report
 * @param linkedRecords how many records of earlier releases were found to be a record of the release, rightly or not
 * @param cells each cell's outcome, in the order of the grid
 */
public record AttackReport(int people, int released, long seed, int linkedRecords, List<CellOutcome> cells) {
    /** The attack's name in reports. */
    public static final String NAME = "scoreboard-rh";

    /** Raised whenever its outcomes change. */
    public static final int VERSION = 1;

    public AttackReport {
        cells = List.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("An attack has a cell at least");
        }
    }

    /** The cell with the most hits among the population. */
    public CellOutcome worstForPopulation() {
        return worst(Comparator.comparingDouble(cell -> cell.population().upper95()));
    }

    /** The cell with the most hits among people who are in the release. */
    public CellOutcome worstForMembers() {
        return worst(Comparator.comparingDouble(cell -> cell.members().upper95()));
    }

    private CellOutcome worst(Comparator<CellOutcome> order) {
        return cells.stream().max(order).orElseThrow();
    }
}
