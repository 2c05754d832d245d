package podium.scoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.Hierarchy;
import podium.scoring.contest.Task;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.Plan;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.Treatment;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.raw.ColumnProfile;
import podium.scoring.raw.RawProfile;
import podium.scoring.stage.Progress;

class AnonymizerTest {
    private static final int ROWS = 200;
    private static final Task BINARY = new Task("y", Task.Kind.BINARY, "yes", "roc-auc", 4, null, null);

    @Test
    void theSameRowsPlanAndKeysGiveTheSameBytes() throws IOException {
        assertThat(train(release(1))).isEqualTo(train(release(1))).isNotEqualTo(train(release(2)));
    }

    @Test
    void groupsAreRenamedAndNeverSplit() {
        TableRelease release = release(1).release();

        Column household = release.features().stream()
                .filter(c -> c.name().equals("household"))
                .findFirst()
                .orElseThrow();
        Set<String> train = new HashSet<>();
        Set<String> test = new HashSet<>();
        IntStream.of(release.rows().train()).forEach(row -> train.add(household.value(row)));
        IntStream.of(release.rows().test()).forEach(row -> test.add(household.value(row)));
        assertThat(train).doesNotContainAnyElementsOf(test);
        assertThat(train.size() + test.size()).isEqualTo(50);
        assertThat(household.values()).allMatch(v -> v.matches("[1-9][0-9]?")).doesNotContain("h0");
    }

    @Test
    void numbersAreWrittenInOneWayAndTheTruthIsZeroOrOne() {
        TableRelease release = release(1).release();

        Column size = release.features().getLast();
        assertThat(size.name()).isEqualTo("size");
        assertThat(size.values()).containsExactlyInAnyOrder("1", "2.5");
        assertThat(release.truth().values()).containsExactlyInAnyOrder("0", "1");
        assertThat(release.label().values()).containsExactlyInAnyOrder("no", "yes");
    }

    @Test
    void aPositiveLabelThatNobodyHasIsRefused() {
        Task task = new Task("y", Task.Kind.BINARY, "YES", "roc-auc", 4, null, null);

        Draft.Refusal refusal = refused(anonymizer(task, Map.of(), 1).anonymize(table()));

        assertThat(refusal.reasons()).extracting(Reason::code).containsExactly("label-invalid");
    }

    @Test
    void aHierarchyThatDoesNotKnowAValueIsRefusedWithoutTellingTheValueInTheReason() {
        Hierarchy bernOnly = Hierarchy.flat(List.of("Bern"));

        Draft.Refusal refusal =
                refused(anonymizer(BINARY, Map.of("city", bernOnly), 1).anonymize(table()));

        assertThat(refusal.reasons())
                .containsExactly(new Reason(
                        "hierarchy-incomplete",
                        "The hierarchy of city does not know 1 of its 2 values; add a line for each."));
        assertThat(refusal.details()).containsExactly("city: [\"Zug\"]");
    }

    @Test
    void classesHaveTheOrderOfNumbersOrOfTheAlphabetOrTheContests() throws IOException {
        Task sorted = category("quadratic-kappa");
        Task declared = category("quadratic-kappa", "low", "mid", "high");

        assertThat(classes(sorted, "10", "9", "-1")).isEqualTo("place,class\n0,-1\n1,9\n2,10\n");
        assertThat(classes(sorted, "b", "10", "9")).isEqualTo("place,class\n0,10\n1,9\n2,b\n");
        assertThat(classes(declared, "high", "low")).isEqualTo("place,class\n0,low\n1,mid\n2,high\n");
    }

    @Test
    void aLabelThatTheContestDoesNotDeclareIsRefused() {
        Draft.Refusal refusal = refused(
                anonymizer(category("accuracy", "low", "mid"), Map.of(), 1).anonymize(table("high", "low")));

        assertThat(refusal.reasons())
                .containsExactly(new Reason(
                        "label-invalid", "1 labels of the data are none of the classes that the contest declares."));
        assertThat(refusal.details()).containsExactly("y: [\"high\"]");
    }

    @Test
    void aMetricThatCannotUseTheClassesIsRefused() {
        Draft.Refusal refusal =
                refused(anonymizer(category("log-loss"), Map.of(), 1).anonymize(table("id", "ego")));

        assertThat(refusal.reasons()).extracting(Reason::code).containsExactly("metric-unusable");
    }

    @Test
    void theSampleHasTheFormOfSubmissions() throws IOException {
        Draft.Release release =
                draft(anonymizer(category("log-loss"), Map.of(), 1).anonymize(table("cat", "a,b")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ReleaseFiles(release).sampleSubmission(out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(release.content().testRows() + 1)
                .startsWith("id,\"a,b\",cat", release.content().id(0) + ",0.5,0.5");
    }

    private static Task category(String metric, String... classes) {
        return new Task("y", Task.Kind.CATEGORY, null, List.of(classes), metric, Map.of(), 4, null, null, null);
    }

    private static String classes(Task task, String... labels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReleaseFiles(draft(anonymizer(task, Map.of(), 1).anonymize(table(labels)))).classes(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static TableDraft.Made release(int key) {
        return (TableDraft.Made) anonymizer(BINARY, Map.of(), key).anonymize(table());
    }

    private static Draft.Refusal refused(TableDraft draft) {
        return ((TableDraft.Refused) draft).refusal();
    }

    private static Draft.Release draft(TableDraft draft) {
        TableDraft.Made made = (TableDraft.Made) draft;
        return new Draft.Release(made.release(), made.form(), made.findings(), Optional.empty());
    }

    private static byte[] train(TableDraft.Made made) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        made.release().train(out);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("id,city,household,size,y\n");
        return out.toByteArray();
    }

    private static Anonymizer anonymizer(Task task, Map<String, Hierarchy> hierarchies, int key) {
        Treatment.Table treatment =
                new Treatment.Table(5, new BigDecimal("0.05"), Treatment.Method.LEVELS, Treatment.Loss.LOSS, null);
        Plan plan = new Plan(
                List.of(
                        new PlannedColumn("city", ColumnClass.QUASI_IDENTIFIER, 0),
                        new PlannedColumn("household", ColumnClass.GROUP, 0),
                        new PlannedColumn("size", ColumnClass.FEATURE, 0),
                        new PlannedColumn("born", ColumnClass.TIME, 0),
                        new PlannedColumn("y", ColumnClass.LABEL, 0)),
                treatment,
                new Plan.Holdout(new BigDecimal("0.3"), new BigDecimal("0.5"), Plan.SplitBy.GROUP),
                new Plan.GateRules(new BigDecimal("0.05"), new BigDecimal("0.2"), new BigDecimal("0.05")));
        byte[] secret = new byte[32];
        secret[0] = (byte) key;
        return new Anonymizer(plan, treatment, profile(), task, hierarchies, _ -> secret, Progress.NONE);
    }

    private static RawProfile profile() {
        List<ColumnProfile> columns = new ArrayList<>();
        for (String name : List.of("city", "household", "size", "born", "y")) {
            ColumnProfile.Type type = name.equals("size") ? ColumnProfile.Type.NUMBER : ColumnProfile.Type.TEXT;
            columns.add(new ColumnProfile(name, type, 2, false, 0, null, null, "feature"));
        }
        return new RawProfile(",", ROWS, columns);
    }

    private static Map<String, Column> table() {
        return table("no", "yes", "no");
    }

    private static Map<String, Column> table(String... labels) {
        Map<String, Column> table = new LinkedHashMap<>();
        List<Column> columns = List.of(
                column("city", "Bern", "Zug"),
                Column.of(
                        "household",
                        IntStream.range(0, ROWS).mapToObj(i -> "h" + i / 4).toList()),
                column("size", "1.0", "2.50"),
                column("y", labels));
        columns.forEach(column -> table.put(column.name(), column));
        return table;
    }

    private static Column column(String name, String... values) {
        return Column.of(
                name,
                IntStream.range(0, ROWS)
                        .mapToObj(i -> values[i % values.length])
                        .toList());
    }
}
