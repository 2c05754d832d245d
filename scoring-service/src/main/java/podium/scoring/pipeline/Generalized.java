package podium.scoring.pipeline;

import java.util.List;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.KAnonymity;
import podium.scoring.privacy.Verdict.Reason;

/** What became of the quasi-identifiers. */
sealed interface Generalized {
    /**
     * They can be published.
     *
     * @param raw the raw ones, top and bottom coded
     * @param columns what is published of them
     * @param outcome which rows are suppressed
     */
    record Done(List<Column> raw, List<Column> columns, KAnonymity.Outcome outcome) implements Generalized {}

    /** They cannot. */
    record Refused(Reason reason) implements Generalized {}
}
