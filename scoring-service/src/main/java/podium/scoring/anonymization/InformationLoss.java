package podium.scoring.anonymization;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a generalization loses, by every measure. */
public final class InformationLoss {
    private InformationLoss() {}

    /**
     * Measures one generalization.
     *
     * @param columns the quasi-identifiers, at least one
     * @param hierarchies the hierarchy of each, in the same order
     * @param sensitive the columns that models of diversity look at
     * @param levels the level of each quasi-identifier
     */
    public static Map<LossMeasure, Double> of(
            int rows,
            List<Column> columns,
            List<Hierarchy> hierarchies,
            List<Column> sensitive,
            PrivacyModels models,
            List<Integer> levels) {
        CodedTable table =
                new CodedTable(rows, columns, hierarchies, models.diversity() == null ? List.of() : sensitive);
        int[] at = levels.stream().mapToInt(Integer::intValue).toArray();
        LatticeNode node = new LatticeNode(table, models, table.group(at, table.distinct()));
        Map<LossMeasure, Double> losses = new EnumMap<>(LossMeasure.class);
        for (LossMeasure measure : LossMeasure.values()) {
            double loss = node.loss(measure);
            if (Double.isFinite(loss)) {
                losses.put(measure, loss);
            }
        }
        return losses;
    }
}
