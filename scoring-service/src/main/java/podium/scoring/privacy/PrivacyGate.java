package podium.scoring.privacy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.EquivalenceClasses;
import podium.scoring.anonymization.FullDomainGeneralization;
import podium.scoring.anonymization.KAnonymity;
import podium.scoring.anonymization.PrivacyModels;

/** Decides whether rows generalized to given levels may leave, and says what would help if not. */
public final class PrivacyGate {
    private static final int SHOWN_RELIEFS = 3;

    private final PrivacyModels model;
    private final List<Column> sensitive;

    /**
     * @param model what every class has to keep
     * @param sensitive the columns of which each class has to be diverse
     */
    public PrivacyGate(PrivacyModels model, List<Column> sensitive) {
        this.model = model;
        this.sensitive = List.copyOf(sensitive);
    }

    /**
     * Judges one generalization.
     *
     * @param generalization the quasi-identifiers of every row that is to be published, whichever file it goes to
     * @param levels the level of each
     */
    public Assessment assess(FullDomainGeneralization generalization, List<Integer> levels) {
        EquivalenceClasses classes = generalization.at(levels);
        KAnonymity.Outcome outcome = model.check(classes, sensitive);
        ReidentificationRisks risks = ReidentificationRisks.of(classes, outcome);
        if (outcome.feasible()) {
            return new Assessment(outcome, risks, List.of(), new Verdict.Passed());
        }
        List<Relief> reliefs = reliefs(generalization, levels);
        Verdict.Reason reason = new Verdict.Reason("k-anonymity", message(outcome, reliefs));
        return new Assessment(outcome, risks, reliefs, new Verdict.Refused(List.of(reason)));
    }

    /** Each quasi-identifier raised by one level, the most helpful first. */
    private List<Relief> reliefs(FullDomainGeneralization generalization, List<Integer> levels) {
        List<Relief> reliefs = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            int raised = levels.get(i) + 1;
            if (raised <= generalization.topLevel(i)) {
                List<Integer> tried = new ArrayList<>(levels);
                tried.set(i, raised);
                KAnonymity.Outcome outcome = model.check(generalization.at(tried), sensitive);
                reliefs.add(new Relief(
                        generalization.names().get(i),
                        levels.get(i),
                        raised,
                        outcome.suppressedRows(),
                        outcome.feasible()));
            }
        }
        reliefs.sort(Comparator.comparingInt(Relief::suppressedRows));
        return reliefs;
    }

    private String message(KAnonymity.Outcome outcome, List<Relief> reliefs) {
        String facts = String.format(
                Locale.ROOT,
                "k = %d is required%s. With the columns kept, %,d of %,d rows (%s) are in classes smaller than %d%s;"
                        + " at most %s may be suppressed. ",
                model.k(),
                model.diversity() == null ? "" : ", and diverse sensitive values",
                outcome.suppressedRows(),
                outcome.rows(),
                percent(outcome.suppressedRows(), outcome.rows()),
                model.k(),
                model.diversity() == null ? "" : " or not diverse enough",
                percent(model.suppressionLimit()));
        return facts + advice(outcome, reliefs);
    }

    private static String advice(KAnonymity.Outcome outcome, List<Relief> reliefs) {
        if (reliefs.isEmpty()) {
            return "Every quasi-identifier is at its top level already: there are too few rows.";
        }
        String helps = reliefs.stream()
                .limit(SHOWN_RELIEFS)
                .map(r -> String.format(
                        Locale.ROOT,
                        "%s to level %d suppresses %,d rows (%s)%s",
                        r.column(),
                        r.toLevel(),
                        r.suppressedRows(),
                        percent(r.suppressedRows(), outcome.rows()),
                        r.enough() ? ", which passes" : ""))
                .collect(Collectors.joining("; "));
        return "What helps most, each alone: " + helps + ".";
    }

    private static String percent(int part, int whole) {
        return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /**
     * What the gate found.
     *
     * @param outcome which rows have to be suppressed
     * @param risks what an attacker could do with the rest
     * @param reliefs what would help, the most helpful first; empty if it passed
     * @param verdict whether it may leave
     */
    public record Assessment(
            KAnonymity.Outcome outcome, ReidentificationRisks risks, List<Relief> reliefs, Verdict verdict) {
        public Assessment {
            reliefs = List.copyOf(reliefs);
        }
    }
}
