package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import podium.scoring.contest.BoardRules;
import podium.scoring.metric.Direction;

/** In which order the outcomes of a team are released when its sequence is played again, and by which rule. Pure. */
final class ReplayOrder {
    private ReplayOrder() {}

    /**
     * The order: as they were released before, but those that had failed and have a score now come last.
     *
     * @param before the outcomes that were released, in their order
     * @param after the outcomes of the same submissions under the other version, by submission
     * @param missing what to take for one that is not among them
     */
    static List<OutcomeEntity> of(
            List<OutcomeEntity> before, Map<UUID, OutcomeEntity> after, UnaryOperator<OutcomeEntity> missing) {
        List<OutcomeEntity> order = new ArrayList<>();
        List<OutcomeEntity> rescued = new ArrayList<>();
        for (OutcomeEntity released : before) {
            OutcomeEntity next = after.get(released.id.submissionId());
            if (next == null) {
                order.add(missing.apply(released));
            } else if (released.state.equals(OutcomeEntity.FAILED) && next.isScored()) {
                rescued.add(next);
            } else {
                order.add(next);
            }
        }
        order.addAll(rescued);
        return order;
    }

    /** The rule that a scored outcome is released by. */
    static ReleaseRule rule(BoardRules rules, OutcomeEntity outcome) {
        return ReleaseRule.of(
                rules,
                Direction.ofWireName(requireNonNull(outcome.direction)),
                requireNonNull(outcome.decimals),
                requireNonNull(outcome.publicRows));
    }
}
