package podium.scoring.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import podium.scoring.lint.LintResult;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.Plan;
import podium.scoring.plan.Treatment;
import podium.scoring.privacy.AttackGate;
import podium.scoring.privacy.GateCell;

/** What the numbers of a report mean, in sentences for people who decide and are no statisticians. */
final class ReportWords {
    private final Plan plan;
    private final Findings findings;

    ReportWords(Plan plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    /**
     * What an outsider could learn, and what the release is still good for.
     *
     * @param passed whether it may leave
     */
    List<String> summary(boolean passed) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                passed
                        ? "The release passed every check; it leaves when two organizers approve it."
                        : "The release is refused; nothing leaves.");
        if (!findings.cells().isEmpty()) {
            GateCell worst = worst();
            sentences.add(String.format(
                    Locale.ROOT,
                    "The most dangerous outsider that was tried knows %s. Of %d people from the raw data he found %d (%.1f %%), of %d"
                            + " people who are in the release %d (%.1f %%).",
                    worst.words(),
                    worst.population().targets(),
                    worst.population().hits(),
                    100 * worst.population().top1(),
                    worst.members().targets(),
                    worst.members().hits(),
                    100 * worst.members().top1()));
        }
        if (!findings.joined().isEmpty()) {
            sentences.add("He was given what the same organizers released before, in the contests: "
                    + String.join(", ", findings.joined()) + ".");
        }
        findings.leftOut()
                .forEach(other -> sentences.add("The earlier release of contest " + other.contest()
                        + " was not attacked together with this one as a whole: " + other.why() + "."));
        findings.assessment()
                .filter(found -> found.risks().smallestClass() > 0)
                .ifPresent(found -> sentences.add(String.format(
                        Locale.ROOT,
                        "Everybody in the release looks like at least %d others; %,d of %,d rows were left out to reach that.",
                        found.risks().smallestClass() - 1,
                        found.outcome().suppressedRows(),
                        found.outcome().rows())));
        findings.uniqueness()
                .filter(found -> found.unique() > 0)
                .ifPresent(found -> sentences.add(String.format(
                        Locale.ROOT,
                        "%.1f %% of the rows are unlike any other if features are counted too. That is safe only as far as nobody"
                                + " knows the features of a person; make a column that others know a quasi-identifier.",
                        100 * found.share())));
        long leaks = findings.lints().stream()
                .filter(lint -> lint.outcome() == LintResult.Outcome.BLOCKED)
                .count();
        if (!findings.lints().isEmpty()) {
            sentences.add(
                    leaks == 0
                            ? "Nothing but what is to be learnt gives labels away."
                            : leaks + " leaks give labels away; they are named under the reasons.");
        }
        findings.utility()
                .ifPresent(found -> sentences.add(String.format(
                        Locale.ROOT,
                        "A %s that learns from the release is %.1f %% worse than from the raw data (at most %.1f %% are allowed).",
                        found.baseline(),
                        100 * Math.max(0, found.worseBy()),
                        100 * plan.gate().utility().doubleValue())));
        return sentences;
    }

    /** The three questions of the European data protection authorities (Article 29 Working Party, opinion 05/2014, WP216). */
    Map<String, String> wp216() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("singlingOut", singlingOut());
        answers.put("linkability", linkability());
        answers.put("inference", inference());
        return answers;
    }

    private String singlingOut() {
        if (plan.treatment() instanceof Treatment.Ratings) {
            return "Each user's rows are together under one pseudonym, so a user is a record of his own; the attacks say how often"
                    + " somebody can tell whose.";
        }
        return findings.assessment()
                .map(found -> String.format(
                        Locale.ROOT,
                        "By the quasi-identifiers nobody: the smallest group of people who look the same has %d.",
                        found.risks().smallestClass()))
                .orElse("Not examined: the attempt ended before.");
    }

    private String linkability() {
        if (findings.cells().isEmpty()) {
            return "Not examined: nothing was there to link by, or the attempt ended before.";
        }
        GateCell worst = worst();
        return String.format(
                Locale.ROOT,
                "Somebody who knows %s links %.1f %% of all people and %.1f %% of those in the release to their rows (with 95 %%"
                        + " confidence at most %.1f %% and %.1f %%).",
                worst.words(),
                100 * worst.population().top1(),
                100 * worst.members().top1(),
                100 * worst.population().upper95(),
                100 * worst.members().upper95());
    }

    private String inference() {
        if (plan.treatment() instanceof Treatment.Table table) {
            Treatment.Diversity diversity = table.diversity();
            if (diversity != null) {
                return "Each group of people who look the same has sensitive values of diversity "
                        + diversity.l().toPlainString() + " at least, so being in a group does not tell the value.";
            }
            return plan.columns(ColumnClass.SENSITIVE).isEmpty()
                    ? "No column is declared sensitive. What a group has in common can be inferred of its people."
                    : "Not examined: the attempt ended before.";
        }
        return "Who is found again is known by all his published ratings; the share of people is that of the attacks.";
    }

    private GateCell worst() {
        return new AttackGate(
                        plan.gate().population().doubleValue(),
                        plan.gate().members().doubleValue())
                .worst(findings.cells());
    }
}
