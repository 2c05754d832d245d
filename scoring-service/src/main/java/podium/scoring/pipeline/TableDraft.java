package podium.scoring.pipeline;

import podium.scoring.pipeline.Anonymizer.Split;
import podium.scoring.scoring.TaskForm;

/** What became of a table, before it is attacked. */
sealed interface TableDraft {

    /** It can be published, unless an attack succeeds. */
    record Made(
            TableRelease release, Split split, Generalized.Done generalized, TaskForm.Usable form, Findings findings)
            implements TableDraft {}

    /** It cannot. */
    record Refused(Draft.Refusal refusal) implements TableDraft {}
}
