package podium.scoring.anonymization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.scoring.anonymization.HierarchyReading.Flaw;

/** Finds what is wrong with the lines of a hierarchy. */
final class HierarchyFlaws {
    private static final int MOST = 100;

    private final List<List<String>> table;
    private final List<Flaw> flaws = new ArrayList<>();

    HierarchyFlaws(List<List<String>> table) {
        this.table = table;
    }

    List<Flaw> find() {
        if (table.isEmpty()) {
            return List.of(new Flaw(1, "There are no lines; each value needs one."));
        }
        int width = table.getFirst().size();
        if (width < 2) {
            return List.of(new Flaw(1, "A line is the value, its generalizations, and * as the last."));
        }
        Map<String, Integer> lineOfValue = new HashMap<>();
        for (int i = 0; i < table.size() && flaws.size() < MOST; i++) {
            List<String> line = table.get(i);
            if (line.size() != width) {
                add(i, "It has " + line.size() + " cells, the first line has " + width + ".");
                continue;
            }
            if (!line.getLast().equals(Hierarchy.ANYTHING)) {
                add(i, "The last cell has to be " + Hierarchy.ANYTHING + ".");
            }
            Integer before = lineOfValue.putIfAbsent(line.getFirst(), i + 1);
            if (before != null) {
                add(i, "The value \"" + line.getFirst() + "\" already has line " + before + ".");
            }
        }
        if (flaws.isEmpty()) {
            for (int level = 1; level < width - 1; level++) {
                findSplits(level);
            }
        }
        return flaws;
    }

    /** What is equal at a level has to be equal at the next. */
    private void findSplits(int level) {
        Map<String, Integer> lineOfGroup = new HashMap<>();
        for (int i = 0; i < table.size() && flaws.size() < MOST; i++) {
            String group = table.get(i).get(level);
            Integer known = lineOfGroup.putIfAbsent(group, i);
            int first = known == null ? i : known;
            String expected = table.get(first).get(level + 1);
            String actual = table.get(i).get(level + 1);
            if (!actual.equals(expected)) {
                add(
                        i,
                        "\"" + group + "\" (level " + level + ") becomes \"" + actual + "\" at level " + (level + 1)
                                + ", but \"" + expected + "\" in line " + (first + 1) + ".");
            }
        }
    }

    private void add(int index, String message) {
        flaws.add(new Flaw(index + 1, message));
    }
}
