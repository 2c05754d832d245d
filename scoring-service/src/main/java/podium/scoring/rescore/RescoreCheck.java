package podium.scoring.rescore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.kit.problem.Violation;
import podium.scoring.contest.KnownContest;
import podium.scoring.contest.Task;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.MetricChoice;
import podium.scoring.metric.Metrics;
import podium.scoring.scoring.TaskForm;
import podium.scoring.sql.SqlMetric;
import podium.scoring.version.ScoringRules;

/** Looks at what an organizer asks for: everything that is wrong, not only the first. */
final class RescoreCheck {
    private static final int MOST_REASON = 1000;
    private static final int MOST_DECIMALS = 4;

    private final KnownContest contest;
    private final ScoringRules before;
    private final RescoreRequest request;
    private final List<Violation> violations = new ArrayList<>();

    RescoreCheck(KnownContest contest, ScoringRules before, RescoreRequest request) {
        this.contest = contest;
        this.before = before;
        this.request = request;
    }

    /** What is wrong; nothing if the list is empty. */
    List<Violation> violations(Solution solution) {
        String reason = request.reason();
        if (reason == null || reason.isBlank() || reason.length() > MOST_REASON) {
            add("/reason", "Say in at most " + MOST_REASON + " characters why the contest is rescored.");
        }
        if (request.labels() == null
                && request.settings() == null
                && request.decimals() == null
                && request.metricVersion() == null) {
            add("", "Give a cause: labels, settings, decimals or metricVersion.");
        }
        checkMetric(solution.labels().classes());
        checkDecimals();
        labels(solution);
        return violations;
    }

    private void checkMetric(List<String> classes) {
        Task task = request.rules(before).applied(contest.task());
        if (task.sql() != null) {
            checkSql();
            return;
        }
        switch (Metrics.choose(task.metric(), task.metricSettings())) {
            case MetricChoice.Refused refused -> refused.problems().forEach(problem -> add("/settings", problem + "."));
            case MetricChoice.Chosen chosen -> {
                checkVersion(task.metric(), chosen.metric().version());
                checkForm(TaskForm.of(task, classes), TaskForm.of(before.applied(contest.task()), classes));
            }
        }
    }

    private void checkSql() {
        if (request.settings() != null && !request.settings().isEmpty()) {
            add("/settings", "A metric of the organizers' own has no settings.");
        }
        checkVersion(SqlMetric.NAME, SqlMetric.VERSION);
    }

    private void checkVersion(String metric, int there) {
        Integer wanted = request.metricVersion();
        if (wanted != null && wanted != there) {
            add("/metricVersion", metric + " is here in version " + there + ".");
        }
    }

    /** The files are there already: they cannot be asked for other columns. */
    private void checkForm(TaskForm wanted, TaskForm there) {
        switch (wanted) {
            case TaskForm.Unusable(String why) -> add("/settings", why + ".");
            case TaskForm.Usable usable -> {
                if (!(there instanceof TaskForm.Usable files)
                        || usable.form() != files.form()
                        || !usable.columns().equals(files.columns())) {
                    add("/settings", "With these settings prediction files have other columns than the ones sent in.");
                }
            }
        }
    }

    private void checkDecimals() {
        Integer decimals = request.decimals();
        if (decimals == null) {
            return;
        }
        BigDecimal step = contest.board().step();
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            add("/decimals", "A shown score has 0 to " + MOST_DECIMALS + " decimals.");
        } else if (step != null && step.stripTrailingZeros().scale() > decimals) {
            add("/decimals", "The Ladder's step of " + step.toPlainString() + " has more decimals.");
        }
    }

    /** The corrected labels by row, as far as they are right. */
    Map<Integer, String> labels(Solution solution) {
        Map<Integer, String> byRow = new HashMap<>();
        List<RescoreRequest.Label> labels = request.labels() == null ? List.of() : request.labels();
        for (int i = 0; i < labels.size(); i++) {
            RescoreRequest.Label given = labels.get(i);
            String pointer = "/labels/" + i;
            String id = given.id();
            String label = given.label();
            int row = id == null || id.isEmpty() ? -1 : solution.ids().rowOf(id);
            if (row < 0) {
                add(pointer + "/id", "There is no hidden row with this id.");
            } else if (label == null || !isLabel(solution.labels(), label)) {
                add(pointer + "/label", expected());
            } else if (byRow.put(row, label) != null) {
                add(pointer + "/id", "This row is there twice.");
            }
        }
        return byRow;
    }

    private boolean isLabel(Labels known, String label) {
        return switch (known) {
            case Labels.Categories categories -> categories.names().contains(label);
            case Labels.Numbers _
            when contest.task().kind() == Task.Kind.BINARY -> label.equals("0") || label.equals("1");
            case Labels.Numbers _ -> isNumber(label);
        };
    }

    private static boolean isNumber(String label) {
        try {
            return Double.isFinite(Double.parseDouble(label));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private String expected() {
        return switch (contest.task().kind()) {
            case BINARY -> "The label of a binary task is 1 for the positive one and 0 for the other.";
            case CATEGORY -> "The label has to be one that some hidden row has.";
            case NUMBER -> "The label has to be a number.";
        };
    }

    private void add(String pointer, String message) {
        violations.add(new Violation(pointer, message));
    }
}
