package podium.scoring.pipeline;

import java.util.List;
import java.util.Optional;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.scoring.TaskForm;

/** What became of raw rows. */
sealed interface Draft {

    /** What was found out on the way. */
    Findings findings();

    /**
     * A release that may leave.
     *
     * @param content what its files are made of
     * @param form what prediction files look like
     * @param baseline the predictions of a simple solution, empty where the task asks for more than it has to say
     */
    record Release(ReleaseContent content, TaskForm.Usable form, Findings findings, Optional<BaselineRows> baseline)
            implements Draft {}

    /**
     * A release that may not leave.
     *
     * @param reasons why
     * @param details what helps the organizers and is for nobody else, such as values
     */
    record Refusal(Findings findings, List<Reason> reasons, List<String> details) implements Draft {
        public Refusal {
            reasons = List.copyOf(reasons);
            details = List.copyOf(details);
        }
    }
}
