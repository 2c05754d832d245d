package podium.scoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Column;
import podium.scoring.contest.Task;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.scoring.TaskForm;
import podium.scoring.sql.SqlRunner;

/** A contest's own metric is tried before its data is released. */
class MetricTrialIT {
    /** Raw rows 0 to 9 are for training, 10 to 19 are hidden; the even ones of these are public. */
    private static final int ROWS = 20;

    private static final SqlRunner RUNNER = new SqlRunner(1);

    private final MetricTrial trial = new MetricTrial(RUNNER);

    @AfterAll
    static void close() {
        RUNNER.close();
    }

    @Test
    void aMetricThatScoresTheSampleSubmissionLetsTheReleasePass() {
        Task task = number("SELECT sqrt(avg((p.y - s.y) ** 2)) FROM prediction p JOIN solution s USING (id)");
        Draft.Release release = release(task, IntStream.range(0, ROWS).mapToObj(Integer::toString));

        assertThat(trial.tried(task, release)).isSameAs(release);
    }

    @Test
    void aMetricOfPodiumsOwnNeedsNoTrial() {
        Task task = new Task("y", Task.Kind.NUMBER, null, "rmse", 4, null, null);
        Draft.Release release = release(task, IntStream.range(0, ROWS).mapToObj(Integer::toString));

        assertThat(trial.tried(task, release)).isSameAs(release);
    }

    @Test
    void theQuerySeesTheSampleSubmissionAndTheTruthOfOnePart() {
        Task task = number("""
                SELECT CASE WHEN min(p.y) = 3 AND max(p.y) = 3 AND sum(s.y) IN (70, 75) AND sum(p.id) IN (120, 125)
                            THEN 1 END
                FROM prediction p JOIN solution s USING (id)""");
        Draft.Release release = release(task, IntStream.range(0, ROWS).mapToObj(Integer::toString));

        assertThat(trial.tried(task, release)).isSameAs(release);
    }

    @Test
    void aMetricThatFailsOnOnePartRefusesTheReleaseAndTellsValuesToTheOrganizersOnly() {
        Task task = number("SELECT max(CASE WHEN y = 11 THEN error('sees ' || y) ELSE y END) FROM solution");
        Draft.Release release = release(task, IntStream.range(0, ROWS).mapToObj(Integer::toString));

        Draft draft = trial.tried(task, release);

        assertThat(draft).isInstanceOfSatisfying(Draft.Refusal.class, refusal -> {
            assertThat(refusal.findings()).isSameAs(release.findings());
            assertThat(refusal.reasons())
                    .containsExactly(new Reason(
                            "metric-fails",
                            "The contest's SQL metric has no score of the sample submission on the private part: the query"
                                    + " fails. Correct it in the contest's definition, then send the plan again."));
            assertThat(refusal.details())
                    .singleElement()
                    .asString()
                    .startsWith("private part: ")
                    .contains("sees 11");
        });
    }

    @Test
    void labelsThatAreNamesAreTexts() {
        Task.Sql sql = new Task.Sql(
                "SELECT avg(CASE WHEN p.y = s.y THEN 1 ELSE 0 END) * nullif(count(*) FILTER (p.y = 'blue'), 0)"
                        + " FROM prediction p JOIN solution s USING (id)",
                "maximize",
                64,
                10);
        Task task = task(Task.Kind.CATEGORY, null, sql);
        Draft.Release release = release(task, IntStream.range(0, ROWS).mapToObj(row -> row % 3 == 0 ? "blue" : "red"));

        assertThat(trial.tried(task, release)).isSameAs(release);
    }

    private static Task number(String query) {
        Task.Sql sql = new Task.Sql(query, "minimize", 64, 10);
        return task(Task.Kind.NUMBER, new Task.Range(1, 5), sql);
    }

    private static Task task(Task.Kind kind, Task.@Nullable Range range, Task.Sql sql) {
        return new Task("y", kind, null, List.of(), "sql", Map.of(), 4, range, null, sql);
    }

    private static Draft.Release release(Task task, Stream<String> labels) {
        Column label = Column.of("y", labels.toList());
        Column city =
                Column.of("city", IntStream.range(0, ROWS).mapToObj(_ -> "Bern").toList());
        BitSet publicTest = new BitSet();
        IntStream.iterate(0, i -> i < ROWS / 2, i -> i + 2).forEach(publicTest::set);
        TableRelease.Rows rows = new TableRelease.Rows(
                IntStream.range(0, ROWS / 2).toArray(),
                IntStream.range(ROWS / 2, ROWS).toArray(),
                IntStream.range(0, ROWS).map(row -> row + ROWS / 2).toArray(),
                publicTest,
                new byte[ROWS / 2],
                ROWS / 2);
        TaskForm.Usable form = form(task);
        return new Draft.Release(
                new TableRelease(List.of(city), label, label, rows, form), form, new Findings(), Optional.empty());
    }

    private static TaskForm.Usable form(Task task) {
        List<String> classes = task.kind() == Task.Kind.CATEGORY ? List.of("blue", "red") : List.of();
        return (TaskForm.Usable) TaskForm.of(task, classes);
    }
}
