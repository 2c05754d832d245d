package podium.scoring.metric;

import java.util.EnumSet;
import java.util.Set;
import podium.scoring.metric.kernel.Retrieval;

/**
 * Mean reciprocal rank: the mean over the groups of 1 / (rank of the first relevant item), 0 where none is found (Voorhees,
 * <i>The TREC-8 question answering track report</i>, 1999).
 */
public record Mrr() implements Metric {
    @Override
    public String name() {
        return "mrr";
    }

    @Override
    public String definition() {
        return "Mean reciprocal rank: the mean over the groups of 1 / (rank of the first relevant item).";
    }

    @Override
    public String edgeCases() {
        return Cut.EDGE_CASES + " A list without a relevant item scores 0.";
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
    public String memory() {
        return Cut.MEMORY;
    }

    @Override
    public Kernel kernel(Truth truth) {
        return Retrieval.kernel(truth, (ranks, found, _) -> found == 0 ? 0 : 1.0 / ranks[0]);
    }
}
