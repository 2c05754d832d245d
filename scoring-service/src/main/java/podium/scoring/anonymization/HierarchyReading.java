package podium.scoring.anonymization;

import java.util.List;

/** What came of reading a {@link Hierarchy}. */
public sealed interface HierarchyReading {

    /** It is one. */
    record Read(Hierarchy hierarchy) implements HierarchyReading {}

    /**
     * It is not one.
     *
     * @param flaws why not, in the order of the lines; at least one, at most 100
     */
    record Flawed(List<Flaw> flaws) implements HierarchyReading {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param line the line, counted from 1
     */
    record Flaw(int line, String message) {}
}
