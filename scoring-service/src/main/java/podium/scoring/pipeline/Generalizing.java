package podium.scoring.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.Diversity;
import podium.scoring.anonymization.EquivalenceClasses;
import podium.scoring.anonymization.FullDomainGeneralization;
import podium.scoring.anonymization.Hierarchy;
import podium.scoring.anonymization.InformationLoss;
import podium.scoring.anonymization.KAnonymity;
import podium.scoring.anonymization.LatticeSearch;
import podium.scoring.anonymization.LossMeasure;
import podium.scoring.anonymization.Mondrian;
import podium.scoring.anonymization.PrivacyModels;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.Treatment;
import podium.scoring.privacy.PrivacyGate;
import podium.scoring.privacy.ReidentificationRisks;
import podium.scoring.privacy.Verdict;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.stage.Progress;

/** Generalizes the quasi-identifiers of a table as its plan says, and notes what that means for people and for the data. */
final class Generalizing {
    private static final long MOST_NODES = 500_000;

    private final Treatment.Table treatment;
    private final Findings findings;
    private final Progress progress;

    Generalizing(Treatment.Table treatment, Findings findings, Progress progress) {
        this.treatment = treatment;
        this.findings = findings;
        this.progress = progress;
    }

    /**
     * Generalizes.
     *
     * @param planned the quasi-identifiers as the plan has them
     * @param raw the same as columns, top and bottom coded
     * @param ladder the hierarchy of each
     * @param sensitive the columns of which each class has to be diverse
     */
    Generalized generalized(
            int rows, List<PlannedColumn> planned, List<Column> raw, List<Hierarchy> ladder, List<Column> sensitive) {
        PrivacyModels models = new PrivacyModels(treatment.k(), treatment.suppressionLimit(), diversity());
        FullDomainGeneralization lattice = new FullDomainGeneralization(rows, raw, ladder);
        if (treatment.method() == Treatment.Method.MONDRIAN) {
            return mondrian(rows, raw, ladder, sensitive, models);
        }
        List<Integer> levels;
        if (treatment.method() == Treatment.Method.LEVELS) {
            levels = planned.stream()
                    .map(c -> Objects.requireNonNullElse(c.level(), 0))
                    .toList();
        } else {
            long nodes = ladder.stream().mapToLong(h -> h.topLevel() + 1L).reduce(1, Math::multiplyExact);
            if (nodes > MOST_NODES) {
                return new Generalized.Refused(
                        new Reason(
                                "lattice-too-large",
                                nodes + " combinations of levels are more than the " + MOST_NODES
                                        + " that are searched; drop a quasi-identifier, shorten a hierarchy, or use mondrian."));
            }
            LatticeSearch.Result result =
                    new LatticeSearch(rows, raw, ladder, sensitive, models, measure(), progress).search();
            if (result.optimum().isEmpty()) {
                return new Generalized.Refused(
                        new Reason(
                                "k-anonymity",
                                "No combination of levels reaches k = " + treatment.k()
                                        + " with so little suppression: there are too few rows, or too few of them may be left out."));
            }
            levels = result.optimum().get().levels();
        }
        PrivacyGate.Assessment assessment = new PrivacyGate(models, sensitive).assess(lattice, levels);
        findings.assessed(assessment);
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            chosen.put(raw.get(i).name(), levels.get(i));
        }
        findings.generalized(
                chosen, raw.isEmpty() ? Map.of() : InformationLoss.of(rows, raw, ladder, sensitive, models, levels));
        findings.stage(
                "generalize", Map.of("method", treatment.method().word(), "quasiIdentifiers", raw.size()), rows, rows);
        return assessment.verdict() instanceof Verdict.Refused(List<Reason> reasons)
                ? new Generalized.Refused(reasons.getFirst())
                : new Generalized.Done(raw, lattice.columnsAt(levels), assessment.outcome());
    }

    private Generalized mondrian(
            int rows, List<Column> raw, List<Hierarchy> ladder, List<Column> sensitive, PrivacyModels models) {
        progress.begin("mondrian", rows);
        Optional<List<Column>> columns = new Mondrian(rows, raw, ladder, sensitive, models).partition();
        if (columns.isEmpty()) {
            return new Generalized.Refused(new Reason(
                    "k-anonymity", "All rows together are not enough for k = " + treatment.k() + " and diversity."));
        }
        EquivalenceClasses classes = EquivalenceClasses.of(rows, columns.get());
        KAnonymity.Outcome outcome = models.check(classes, sensitive);
        findings.assessed(new PrivacyGate.Assessment(
                outcome, ReidentificationRisks.of(classes, outcome), List.of(), new Verdict.Passed()));
        findings.stage("generalize", Map.of("method", "mondrian", "quasiIdentifiers", raw.size()), rows, rows);
        return new Generalized.Done(raw, columns.get(), outcome);
    }

    private @Nullable Diversity diversity() {
        Treatment.Diversity asked = treatment.diversity();
        return asked == null ? null : new Diversity(asked.l().doubleValue(), asked.entropy());
    }

    private LossMeasure measure() {
        return LossMeasure.valueOf(treatment.loss().name());
    }
}
