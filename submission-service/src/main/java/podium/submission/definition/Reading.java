package podium.submission.definition;

import java.util.List;
import podium.kit.problem.Violation;

/** What came of reading a contest definition. */
public sealed interface Reading {

    /** It holds together. */
    record Valid(ContestDefinition definition) implements Reading {}

    /**
     * Something is wrong.
     *
     * @param violations everything that is wrong, in the order of the document's format; never empty
     */
    record Invalid(List<Violation> violations) implements Reading {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
