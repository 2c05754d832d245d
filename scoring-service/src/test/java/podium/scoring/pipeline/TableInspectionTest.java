package podium.scoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Adult;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.Hierarchy;
import podium.scoring.contest.Task;
import podium.scoring.lint.LintResult;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.Plan;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.Treatment;
import podium.scoring.raw.ColumnProfile;
import podium.scoring.raw.RawProfile;
import podium.scoring.stage.Progress;

/** The census of the literature through the whole pipeline of tables, with a plan that says nothing but the classes of columns. */
class TableInspectionTest {
    private static final Task TASK = new Task("salary-class", Task.Kind.BINARY, ">50K", "roc-auc", 4, null, null);

    @Test
    void theDefaultPlanOfTheCensusPassesEverything() {
        Adult adult = Adult.read();

        Draft draft = inspected(adult, treatment(Treatment.Method.OPTIMAL), "0.2");

        assertThat(draft).as("%s", reasons(draft)).isInstanceOf(Draft.Release.class);
        assertThat(draft.findings().lints()).extracting(LintResult::outcome).doesNotContain(LintResult.Outcome.BLOCKED);
        assertThat(draft.findings().cells()).hasSizeGreaterThan(2).allSatisfy(cell -> {
            assertThat(cell.population().targets()).isEqualTo(1_000);
            assertThat(cell.members().upper95()).isLessThan(0.2);
        });
        assertThat(draft.findings().utility().orElseThrow().raw()).isBetween(0.85, 0.92);
        assertThat(draft.findings().membership().orElseThrow()).satisfies(told -> {
            assertThat(told.members()).isEqualTo(1_000);
            assertThat(told.auc()).isBetween(0.5, 1.0);
            assertThat(told.upper95()).isGreaterThan(told.auc());
        });
    }

    @Test
    void regionsOfTheCensusPassToo() {
        Adult adult = Adult.read();

        Draft draft = inspected(adult, treatment(Treatment.Method.MONDRIAN), "0.2");

        assertThat(draft).as("%s", reasons(draft)).isInstanceOf(Draft.Release.class);
        assertThat(draft.findings().assessment().orElseThrow().outcome().suppressedRows())
                .isZero();
    }

    @Test
    void theCensusAsItIsIsRefusedByTheAttackEvenIfNobodyAsksForCompany() {
        Adult adult = Adult.read();
        Treatment.Table asItIs =
                new Treatment.Table(1, new BigDecimal("0.05"), Treatment.Method.LEVELS, Treatment.Loss.LOSS, null);

        Draft draft = inspected(adult, asItIs, "0.2");

        assertThat(reasons(draft)).contains("identifiable-in-population", "identifiable-in-release");
    }

    private static Treatment.Table treatment(Treatment.Method method) {
        return new Treatment.Table(11, new BigDecimal("0.05"), method, Treatment.Loss.LOSS, null);
    }

    private static List<String> reasons(Draft draft) {
        return draft instanceof Draft.Refusal refusal
                ? refusal.reasons().stream().map(r -> r.code()).toList()
                : List.of();
    }

    private static Draft inspected(Adult adult, Treatment.Table treatment, String utility) {
        List<Column> columns = new ArrayList<>(adult.columns());
        columns.add(adult.label());
        List<PlannedColumn> planned = columns.stream()
                .map(c -> new PlannedColumn(
                        c.name(), c == adult.label() ? ColumnClass.LABEL : ColumnClass.QUASI_IDENTIFIER, null))
                .toList();
        Plan plan = new Plan(
                planned,
                treatment,
                new Plan.Holdout(new BigDecimal("0.3"), new BigDecimal("0.3"), Plan.SplitBy.ROW),
                new Plan.GateRules(new BigDecimal("0.05"), new BigDecimal("0.2"), new BigDecimal(utility)));
        Map<String, Column> table = columns.stream().collect(Collectors.toMap(Column::name, c -> c));
        Map<String, Hierarchy> hierarchies = adult.columns().stream()
                .collect(Collectors.toMap(Column::name, c -> adult.hierarchies()
                        .get(adult.columns().indexOf(c))));
        byte[] key = new byte[32];
        TableDraft made = new Anonymizer(plan, treatment, profile(columns), TASK, hierarchies, _ -> key, Progress.NONE)
                .anonymize(table);
        return made instanceof TableDraft.Made release
                ? new TableInspection(
                                plan, TASK, GateSeed.of(key), 1_000, EarlierReleases.Earlier.none(), Progress.NONE)
                        .inspected(release, table)
                : ((TableDraft.Refused) made).refusal();
    }

    private static RawProfile profile(List<Column> columns) {
        return new RawProfile(
                ";",
                columns.getFirst().rows(),
                columns.stream()
                        .map(c -> new ColumnProfile(
                                c.name(), ColumnProfile.Type.TEXT, c.values().size(), false, 0, null, null, ""))
                        .toList());
    }
}
