package podium.scoring.pipeline;

import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import podium.scoring.anonymization.Column;
import podium.scoring.pipeline.Anonymizer.Split;
import podium.scoring.privacy.ReleasedTable;
import podium.scoring.scoring.TaskForm;

/** What became of a table, before it is attacked. */
sealed interface TableDraft {

    /** It can be published, unless an attack succeeds. */
    record Made(
            TableRelease release, Split split, Generalized.Done generalized, TaskForm.Usable form, Findings findings)
            implements TableDraft {

        /** The table as an attacker sees it, by raw row. */
        ReleasedTable released() {
            TableRelease.Rows rows = release.rows();
            Set<String> generalizedNames =
                    generalized.raw().stream().map(Column::name).collect(Collectors.toSet());
            return new ReleasedTable(
                    rows.ids().length,
                    generalized.raw(),
                    generalized.columns(),
                    release.features().stream()
                            .filter(column -> !generalizedNames.contains(column.name()))
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
