package podium.scoring.anonymization;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Groupings of nodes that were looked at: the groups of another node are made of those of a node below it, of which there are
 * fewer than distinct rows. Of those with one raised attribute, and of as many recent ones as there is room for.
 */
final class Groupings {
    /** How many groups are remembered beside so many times the distinct rows: 16 bytes each. */
    private static final long ROOM = 1 << 21;

    private static final int TIMES_DISTINCT = 4;

    private final CodedTable table;
    private final List<Grouping> raised = new ArrayList<>();
    private final Deque<Grouping> recent = new ArrayDeque<>();
    private final long room;
    private long remembered;

    Groupings(CodedTable table) {
        this.table = table;
        room = ROOM + (long) TIMES_DISTINCT * table.distinct().groups();
    }

    /** The grouping at some levels. */
    Grouping at(int[] levels) {
        if (raised.isEmpty()) {
            raise();
        }
        Grouping from = table.distinct();
        for (Grouping candidate : raised) {
            from = better(candidate, from, levels);
        }
        for (Grouping candidate : recent) {
            from = better(candidate, from, levels);
        }
        Grouping grouping = table.group(levels, from);
        recent.addLast(grouping);
        remembered += grouping.groups();
        while (remembered > room) {
            remembered -= recent.removeFirst().groups();
        }
        return grouping;
    }

    private void raise() {
        raised.add(table.distinct());
        long groups = 0;
        for (int i = 0; i < table.width; i++) {
            Grouping lower = table.distinct();
            for (int level = 1; level <= table.topLevel(i) && groups < room; level++) {
                int[] levels = new int[table.width];
                levels[i] = level;
                lower = table.group(levels, lower);
                raised.add(lower);
                groups += lower.groups();
            }
        }
    }

    private static Grouping better(Grouping candidate, Grouping known, int[] levels) {
        return candidate.groups() < known.groups() && candidate.refines(levels) ? candidate : known;
    }
}
