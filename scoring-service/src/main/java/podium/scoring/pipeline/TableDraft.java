package podium.scoring.pipeline;

import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import podium.scoring.anonymization.Column;
import podium.scoring.pipeline.Anonymizer.Split;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.Plan;
import podium.scoring.privacy.ReleasedTable;
import podium.scoring.scoring.TaskForm;

/** What became of a table, before it is attacked. */
sealed interface TableDraft {

    /** It can be published, unless an attack succeeds. */
    record Made(
            TableRelease release, Split split, Generalized.Done generalized, TaskForm.Usable form, Findings findings)
            implements TableDraft {

        /**
         * The table as an attacker sees it, by raw row.
         *
         * @param plan its plan: groups have pseudonyms, which say nothing beyond the release
         */
        ReleasedTable released(Plan plan) {
            TableRelease.Rows rows = release.rows();
            Set<String> changed = generalized.raw().stream().map(Column::name).collect(Collectors.toSet());
            plan.columns(ColumnClass.GROUP).forEach(column -> changed.add(column.name()));
            return new ReleasedTable(
                    rows.ids().length,
                    generalized.raw(),
                    generalized.columns(),
                    release.features().stream()
                            .filter(column -> !changed.contains(column.name()))
                            .toList(),
                    release.label(),
                    set(rows.train()),
                    set(rows.test()));
        }

        private static BitSet set(int[] rows) {
            BitSet set = new BitSet();
            IntStream.of(rows).forEach(set::set);
            return set;
        }
    }

    /** It cannot. */
    record Refused(Draft.Refusal refusal) implements TableDraft {}
}
