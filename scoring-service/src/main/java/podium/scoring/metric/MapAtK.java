package podium.scoring.metric;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.scoring.metric.kernel.Retrieval;

/**
 * Mean average precision at K: the mean over the groups of the sum, over the relevant items at ranks up to K, of the
 * precision at their rank, divided by min(K, relevant items) (Manning, Raghavan and Schuetze, <i>Introduction to Information
 * Retrieval</i>, 2008, chapter 8.4, cut at K).
 *
 * @param k how many of the best count
 */
public record MapAtK(int k) implements Metric {
    static final List<Setting> SETTINGS = List.of(Cut.SETTING);

    public MapAtK {
        Settings.check(Cut.SETTING, k);
    }

    @Override
    public String name() {
        return "map-at-k";
    }

    @Override
    public String definition() {
        return "Mean average precision at K: the mean over the groups of (sum over the relevant items among the best K of the"
                + " precision at their rank) / min(K, relevant items).";
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
        return Retrieval.kernel(truth, (ranks, found, relevant) -> {
            double sum = 0;
            for (int i = 0; i < found && ranks[i] <= k; i++) {
                sum += (i + 1.0) / ranks[i];
            }
            return sum / Math.min(k, relevant);
        });
    }
}
