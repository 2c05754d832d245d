package podium.submission.definition;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import podium.kit.event.EventJson;
import podium.kit.problem.Violation;

/**
 * What of the rules may change once a contest was announced: what extends or clarifies, and so hurts no entrant. Words may
 * change; deadlines may move later; limits may grow. Everything else is fixed.
 */
public final class RuleChange {
    private final List<Violation> violations = new ArrayList<>();

    private RuleChange() {}

    /**
     * Compares rules.
     *
     * @param lastCall whether last call has begun: its end is fixed
     * @return everything that may not change, by its place in the new definition; empty if all may
     */
    public static List<Violation> violations(ContestDefinition before, ContestDefinition after, boolean lastCall) {
        RuleChange change = new RuleChange();
        change.same("/opensAt", before.opensAt(), after.opensAt());
        change.deadlines(before, after, lastCall);
        change.same("/visibility", before.visibility(), after.visibility());
        change.same("/task", before.task(), after.task());
        change.limits(before.submissions(), after.submissions());
        change.same("/board", before.board(), after.board());
        change.same("/teams", before.teams(), after.teams());
        change.same("/targetScore", before.targetScore(), after.targetScore());
        change.same("/eligibility", before.eligibility(), after.eligibility());
        change.same("/licence", before.licence(), after.licence());
        return change.violations;
    }

    private void deadlines(ContestDefinition before, ContestDefinition after, boolean lastCall) {
        if (lastCall) {
            same("/closesAt", before.closesAt(), after.closesAt());
        } else {
            notEarlier("/closesAt", before.closesAt(), after.closesAt());
        }
        later("/entryDeadline", before.entryDeadline(), before, after.entryDeadline(), after);
        later("/teamMergerDeadline", before.teamMergerDeadline(), before, after.teamMergerDeadline(), after);
    }

    /** A deadline that is not declared is that of the contest. */
    private void later(
            String pointer,
            @Nullable Instant before,
            ContestDefinition rules,
            @Nullable Instant after,
            ContestDefinition changed) {
        if (before != null || after != null) {
            notEarlier(
                    pointer,
                    requireNonNullElse(before, rules.closesAt()),
                    requireNonNullElse(after, changed.closesAt()));
        }
    }

    private void limits(ContestDefinition.Submissions before, ContestDefinition.Submissions after) {
        notLess("/submissions/perDay", before.perDay(), after.perDay());
        notLess("/submissions/maxBytes", before.maxBytes(), after.maxBytes());
        notLess("/submissions/finalSelections", before.finalSelections(), after.finalSelections());
        notLess("/submissions/graceSeconds", before.graceSeconds(), after.graceSeconds());
    }

    private void same(String pointer, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(text(before), text(after))) {
            violations.add(new Violation(pointer, "cannot change any more"));
        }
    }

    /** What was stored and read again may have other types of numbers than what was just read; its text is the same. */
    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : EventJson.write(value);
    }

    private void notEarlier(String pointer, Instant before, Instant after) {
        if (after.isBefore(before)) {
            violations.add(new Violation(pointer, "can only be moved later than " + before));
        }
    }

    private void notLess(String pointer, long before, long after) {
        if (after < before) {
            violations.add(new Violation(pointer, "can only grow, it is " + before));
        }
    }
}
