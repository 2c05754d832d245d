package podium.scoring.plan;

import java.util.List;
import podium.kit.problem.Violation;

/** What came of checking a {@link PlanRequest}. */
public sealed interface PlanReading {

    /** It can be carried out. */
    record Fitting(Plan plan) implements PlanReading {}

    /**
     * It cannot.
     *
     * @param violations everything that is wrong
     */
    record Flawed(List<Violation> violations) implements PlanReading {
        public Flawed {
            violations = List.copyOf(violations);
        }
    }
}
