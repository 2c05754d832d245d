package podium.scoring.plan;

import java.util.ArrayList;
import java.util.List;
import podium.kit.problem.Violation;

/** Collects what is wrong with a plan, so that everything is said at once. */
final class Violations {
    private final List<Violation> found = new ArrayList<>();

    void add(String pointer, String message) {
        found.add(new Violation(pointer, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Violation> all() {
        return List.copyOf(found);
    }
}
