package podium.scoring.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.scoring.metric.kernel.Retrieval;

/**
 * Recall at K: the mean over the groups of the share of the relevant items that are among the best K.
 *
 * @param k how many of the best count
 */
public record RecallAtK(int k) implements Metric {
    static final List<Setting> SETTINGS = List.of(Cut.SETTING);

    public RecallAtK {
        Settings.check(Cut.SETTING, k);
    }

    @Override
    public String name() {
        return "recall-at-k";
    }

    @Override
    public String definition() {
        return "Recall at K: the mean over the groups of (relevant items among the best K) / (relevant items).";
    }

    @Override
    public String edgeCases() {
        return Cut.EDGE_CASES;
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Set<TaskKind> fits() {
        return EnumSet.of(TaskKind.RELEVANCE, TaskKind.LIST);
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("k", k);
    }

    @Override
    public String memory() {
        return Cut.MEMORY;
    }

    @Override
    public Kernel kernel(Truth truth) {
        return Retrieval.kernel(truth, (ranks, found, relevant) -> (double) Cut.within(k, ranks, found) / relevant);
    }
}
