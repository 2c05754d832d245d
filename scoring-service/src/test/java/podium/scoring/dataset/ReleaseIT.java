package podium.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static podium.scoring.dataset.Organized.OLGA;
import static podium.scoring.dataset.Organized.OTTO;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.file.FileStores;
import podium.kit.test.EventContracts;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;
import podium.scoring.contest.ContestStore;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.holdout.Solutions;

/** From a raw file to release files and a solution. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ReleaseIT {

    @Inject
    FileStores stores;

    @Inject
    Solutions solutions;

    @Inject
    DatasetStore datasets;

    @Inject
    ContestStore contests;

    @Test
    void aPlanThatLeavesPeopleAloneIsRefusedAndSaysWhatWouldHelp() {
        Organized contest = Organized.contest();
        contest.uploads(Census.csv())
                .statusCode(201)
                .body("state", equalTo("raw"))
                .body("raw.rows", equalTo(400))
                .body("raw.separator", equalTo(";"))
                .body("raw.columns.name", equalTo(List.of("name", "city", "age", "height", "rich")))
                .body("raw.columns.find { it.name == 'name' }.guess", equalTo("direct-identifier"))
                .body("raw.columns.find { it.name == 'age' }.min", equalTo(20));
        contest.sendsHierarchy("age", Census.AGE_HIERARCHY)
                .statusCode(200)
                .body("hierarchies.topLevel", equalTo(List.of(2)));

        contest.plans(Census.plan(0)).statusCode(202).header("Location", containsString(contest.path()));

        contest.settled()
                .body("state", equalTo("refused"))
                .body("report.verdict", equalTo("refused"))
                .body("report.reasons.code", equalTo(List.of("k-anonymity")))
                .body("report.reasons[0].message", containsString("k = 5 is required"))
                .body("report.reliefs[0].column", equalTo("age"))
                .body("report.reliefs[0].enough", equalTo(true))
                .body("report.models.k", equalTo(5))
                .body("report.reportSha256", notNullValue())
                .body("files", hasSize(0));
        try (KafkaEvents events = KafkaEvents.consume("datasets")) {
            ReceivedEvent refused = events.await(is(contest, "DatasetRefused"));
            EventContracts.assertValid("DatasetRefused", refused.json());
            assertThat(refused.json()).contains("k = 5 is required").doesNotContain("Person-", "Bern");
        }
        contest.approves(OLGA, "0".repeat(64)).statusCode(409).body("type", containsString("not-awaiting-approval"));
    }

    @Test
    void aPlanThatPassesIsReleasedWhenTwoOrganizersApproveIt() throws IOException {
        Organized contest = Organized.contest();
        String report = contest.awaitsApproval();
        contest.settled()
                .body("state", equalTo("awaiting-approval"))
                .body("report.verdict", equalTo("passed"))
                .body("approvalsNeeded", equalTo(2))
                .body(
                        "files.name",
                        equalTo(List.of("train.csv", "test.csv", "sample-submission.csv", "baseline-submission.csv")));
        assertThat(solutions.find(contest.contest)).isEmpty();

        contest.approves(OLGA, report).statusCode(200).body("state", equalTo("awaiting-approval"));
        contest.approves(OLGA, report).statusCode(409).body("type", containsString("already-approved"));
        contest.approves(OTTO, "0".repeat(64)).statusCode(409).body("reportSha256", equalTo(report));
        contest.approves(OTTO, report)
                .statusCode(200)
                .body("state", equalTo("released"))
                .body("approvals.subjectId", equalTo(List.of(OLGA, OTTO)))
                .body("releaseId", notNullValue())
                .body("failure", nullValue());

        try (KafkaEvents events = KafkaEvents.consume("datasets")) {
            ReceivedEvent released = events.await(is(contest, "DatasetReleased"));
            EventContracts.assertValid("DatasetReleased", released.json());
            assertThat(released.json()).contains(report, OLGA, OTTO);
            assertThat(released.key()).isEqualTo(contest.contest.toString());
            events.await(e -> is(contest, "DatasetAudited").test(e) && e.json().contains("\"released\""));
            List<ReceivedEvent> audits =
                    events.all().stream().filter(is(contest, "DatasetAudited")).toList();
            // Raw file, hierarchy, plan; seven stages, lints, attack, utility; ready, two approvals, released.
            assertThat(audits).hasSize(3 + 10 + 4);
            audits.forEach(audit -> EventContracts.assertValid("DatasetAudited", audit.json()));
        }
        assertReleasedFilesAreSafe(contest);
    }

    @Test
    void dataThatTheOrganizersOwnMetricCannotScoreIsRefusedUntilItCan() {
        Organized contest = Organized.contest(sql("SELECT error('it is ' || max(rich)) FROM solution"));
        contest.uploads(Census.csv()).statusCode(201);
        contest.sendsHierarchy("age", Census.AGE_HIERARCHY).statusCode(200);
        contest.plans(Census.plan(1)).statusCode(202);
        contest.settled()
                .body("state", equalTo("refused"))
                .body("report.reasons.code", equalTo(List.of("metric-fails", "metric-fails")))
                .body("report.reasons[0].message", containsString("on the public part: the query fails."))
                .body("report.reasons[1].message", containsString("on the private part: the query fails."))
                .body("report.details[0]", containsString("it is 1"));
        try (KafkaEvents events = KafkaEvents.consume("datasets")) {
            ReceivedEvent refused = events.await(is(contest, "DatasetRefused"));
            EventContracts.assertValid("DatasetRefused", refused.json());
            assertThat(refused.json()).contains("metric-fails").doesNotContain("it is");
        }

        String brier = "SELECT avg((p.rich - s.rich) ** 2) FROM prediction p JOIN solution s USING (id)";
        contest.tells(2, sql(brier));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> contests.find(contest.contest).orElseThrow().version() == 2);
        contest.plans(Census.plan(1)).statusCode(202);

        contest.settled().body("state", equalTo("awaiting-approval"));
    }

    private static String sql(String query) {
        return """
                {"target": "rich", "kind": "binary", "positiveLabel": "yes", "metric": "sql", "decimals": 4,
                 "predictionRange": {"min": 0, "max": 1}, "outOfRange": "reject",
                 "sql": {"query": "%s", "direction": "minimize", "memory": 64, "seconds": 10}}""".formatted(query);
    }

    @Test
    void releasedDataCannotBeChanged() {
        Organized contest = Organized.contest();
        contest.released();

        contest.uploads(Census.csv()).statusCode(409).body("type", containsString("dataset-released"));
        contest.plans(Census.plan(1)).statusCode(409).body("type", containsString("dataset-released"));
        contest.sendsHierarchy("age", Census.AGE_HIERARCHY).statusCode(409);
    }

    @Test
    void everythingThatIsWrongWithAPlanIsSaidAtOnce() {
        Organized contest = Organized.contest();
        contest.uploads(Census.csv()).statusCode(201);

        contest.plans("""
                        {"columns": [
                            {"name": "name", "class": "secret"}, {"name": "shoe", "class": "feature"},
                            {"name": "age", "class": "quasi-identifier", "level": 3},
                            {"name": "rich", "class": "feature"}, {"name": "city", "class": "label"}],
                         "k": 1, "suppressionLimit": 0.9, "holdout": {"share": 1.5}}""")
                .statusCode(422)
                .body("type", containsString("plan-invalid"))
                .body(
                        "violations.pointer",
                        equalTo(List.of(
                                "/columns/0/class",
                                "/columns/1/name",
                                "/columns/2/level",
                                "/columns",
                                "/columns",
                                "/columns",
                                "/k",
                                "/suppressionLimit",
                                "/holdout/share")))
                .body("violations.message", hasItem(containsString("\"height\" is not classified")));
        contest.settled().body("state", equalTo("raw"));
    }

    private void assertReleasedFilesAreSafe(Organized contest) throws IOException {
        List<List<String>> train = released(contest, "train.csv");
        List<List<String>> test = released(contest, "test.csv");
        List<List<String>> sample = released(contest, "sample-submission.csv");
        assertThat(train.getFirst()).containsExactly("id", "city", "age", "height", "rich");
        assertThat(test.getFirst()).containsExactly("id", "city", "age", "height");
        assertThat(sample.getFirst()).containsExactly("id", "rich");

        // Ids are dense over both files, and tell nothing of the raw order.
        Set<Integer> ids = new HashSet<>();
        train.stream().skip(1).forEach(row -> ids.add(Integer.valueOf(row.getFirst())));
        test.stream().skip(1).forEach(row -> ids.add(Integer.valueOf(row.getFirst())));
        int published = train.size() + test.size() - 2;
        assertThat(ids).hasSize(published).contains(1, published).doesNotContain(0, published + 1);
        assertThat(published).isBetween(380, 400);

        // k holds over both files together.
        Map<List<String>, Long> classes = Stream.concat(
                        train.stream().skip(1), test.stream().skip(1))
                .collect(Collectors.groupingBy(row -> row.subList(1, 3), Collectors.counting()));
        assertThat(classes.values()).allMatch(size -> size >= 5);

        // The solution has the test rows in the order of the sample, and the truth.
        Solution solution = solutions.find(contest.contest).orElseThrow();
        assertThat(solution.rows()).isEqualTo(test.size() - 1);
        assertThat(solution.publicCount()).isEqualTo(Math.round(0.4 * solution.rows()));
        double[] labels = ((Labels.Numbers) solution.labels()).values();
        assertThat(labels).containsOnly(0, 1);
        for (int row = 0; row < solution.rows(); row++) {
            String id = solution.ids().text(row);
            assertThat(sample.get(row + 1)).containsExactly(id, "0.5");
            assertThat(test.get(row + 1).getFirst()).isEqualTo(id);
            assertThat(solution.ids().rowOf(id)).isEqualTo(row);
        }
        assertThat(solutions.find(contest.contest)).containsSame(solution);
        assertBaselineIsScoredAsReported(contest, solution, labels);
    }

    /** A file like any entrant's: its area under the curve on the public rows, by all pairs of them, is what the report says. */
    private void assertBaselineIsScoredAsReported(Organized contest, Solution solution, double[] labels)
            throws IOException {
        List<List<String>> baseline = released(contest, "baseline-submission.csv");
        assertThat(baseline.getFirst()).containsExactly("id", "rich");
        double better = 0;
        int pairs = 0;
        for (int rich = 0; rich < solution.rows(); rich++) {
            assertThat(baseline.get(rich + 1).getFirst())
                    .isEqualTo(solution.ids().text(rich));
            for (int poor = 0; poor < solution.rows(); poor++) {
                if (solution.isPublic(rich) && solution.isPublic(poor) && labels[rich] > labels[poor]) {
                    double more = Double.parseDouble(baseline.get(rich + 1).get(1));
                    double less = Double.parseDouble(baseline.get(poor + 1).get(1));
                    better += more > less ? 1 : more == less ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        float reported = contest.settled().extract().path("report.baseline.publicScore");
        assertThat((double) reported).isCloseTo(better / pairs, within(1e-5));
    }

    private List<List<String>> released(Organized contest, String name) throws IOException {
        StagedFiles.ReleaseFile file = Objects.requireNonNull(
                        datasets.find(contest.contest).staged())
                .files()
                .stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(stores.get("vault").exists(file.fileId())).isFalse();
        try (InputStream in = stores.get("releases").open(file.fileId())) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("Person-", "\r").endsWith("\n");
            List<List<String>> rows =
                    text.lines().map(line -> List.of(line.split(",", -1))).toList();
            assertThat(rows).hasSize((int) file.rows() + 1);
            return rows;
        }
    }

    private static Predicate<ReceivedEvent> is(Organized contest, String type) {
        return event -> event.type().equals(type) && event.key().equals(contest.contest.toString());
    }
}
