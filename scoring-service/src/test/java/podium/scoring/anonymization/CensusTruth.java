package podium.scoring.anonymization;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The reference that a search of a census' lattice is held against: every node, one after the other. */
final class CensusTruth {
    private final CodedTable table;

    CensusTruth(Adult adult) {
        table = new CodedTable(adult.rows(), adult.columns(), adult.hierarchies(), List.of());
    }

    /** The best of all nodes, for each question. */
    Map<Question, LatticeSearch.Optimum> best(List<Question> questions) {
        Map<Question, LatticeSearch.Optimum> best = new HashMap<>();
        int[] levels = new int[table.width];
        do {
            Grouping grouping = table.group(levels, table.distinct());
            for (Question question : questions) {
                LatticeNode node = new LatticeNode(table, question.models(), grouping);
                if (node.feasible()) {
                    best.merge(question, optimum(node, question.measure()), CensusTruth::better);
                }
            }
        } while (next(levels));
        return best;
    }

    private static LatticeSearch.Optimum optimum(LatticeNode node, LossMeasure measure) {
        return new LatticeSearch.Optimum(
                Arrays.stream(node.grouping().levels()).boxed().toList(), node.loss(measure), node.suppressedRows());
    }

    /** Nodes come in the order of their levels: of equal ones the first stays. */
    private static LatticeSearch.Optimum better(LatticeSearch.Optimum known, LatticeSearch.Optimum other) {
        boolean isBetter = known.loss() == other.loss() ? sum(other) < sum(known) : other.loss() < known.loss();
        return isBetter ? other : known;
    }

    private static int sum(LatticeSearch.Optimum optimum) {
        return optimum.levels().stream().mapToInt(Integer::intValue).sum();
    }

    private boolean next(int[] levels) {
        for (int i = levels.length - 1; i >= 0; i--) {
            if (levels[i] < table.topLevel(i)) {
                levels[i]++;
                return true;
            }
            levels[i] = 0;
        }
        return false;
    }

    /** What is asked of a lattice. */
    record Question(PrivacyModels models, LossMeasure measure) {}
}
