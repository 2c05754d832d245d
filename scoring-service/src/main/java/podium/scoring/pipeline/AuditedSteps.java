package podium.scoring.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import podium.scoring.dataset.AttemptStore.StepDone;
import podium.scoring.dataset.DatasetAudited.Step;
import podium.scoring.lint.LintResult;
import podium.scoring.privacy.GateCell;

/** What an attempt did, for the contest's history: counts and figures, never values. */
final class AuditedSteps {
    private AuditedSteps() {}

    static List<StepDone> of(Findings findings) {
        List<StepDone> steps = new ArrayList<>();
        findings.stages()
                .forEach(stage -> steps.add(new StepDone(
                        Step.STAGE_DONE,
                        Map.of(
                                "stage", stage.id(),
                                "rowsIn", Long.toString(stage.rowsIn()),
                                "rowsOut", Long.toString(stage.rowsOut())))));
        if (!findings.lints().isEmpty()) {
            long blocked = findings.lints().stream()
                    .filter(lint -> lint.outcome() == LintResult.Outcome.BLOCKED)
                    .count();
            steps.add(new StepDone(
                    Step.LINTS_CHECKED,
                    Map.of(
                            "checked", Integer.toString(findings.lints().size()),
                            "blocked", Long.toString(blocked))));
        }
        findings.cells().stream()
                .max(Comparator.comparingDouble(cell -> cell.members().upper95()))
                .ifPresent(worst -> steps.add(new StepDone(Step.ATTACKED, attack(findings, worst))));
        findings.utility()
                .ifPresent(utility -> steps.add(new StepDone(
                        Step.UTILITY_MEASURED,
                        Map.of(
                                "metric", utility.metric(),
                                "raw", decimal(utility.raw()),
                                "released", decimal(utility.released())))));
        return steps;
    }

    private static Map<String, String> attack(Findings findings, GateCell worst) {
        return Map.of(
                "cells", Integer.toString(findings.cells().size()),
                "worst", worst.words(),
                "population", decimal(worst.population().upper95()),
                "members", decimal(worst.members().upper95()));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
