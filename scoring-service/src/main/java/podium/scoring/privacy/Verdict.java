package podium.scoring.privacy;

import java.util.List;

/** Whether a release may leave. */
public sealed interface Verdict {

    /** It may, once people have approved it. */
    record Passed() implements Verdict {}

    /**
     * It may not.
     *
     * @param reasons why, at least one
     */
    record Refused(List<Reason> reasons) implements Verdict {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A refusal says why");
            }
        }
    }

    /**
     * One reason for a refusal.
     *
     * @param code stable, lower-case words joined by hyphens
     * @param message the evidence in a sentence, and what would help
     */
    record Reason(String code, String message) {}
}
