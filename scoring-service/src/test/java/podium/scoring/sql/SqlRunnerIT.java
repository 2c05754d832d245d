package podium.scoring.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.scoring.sql.SqlAnswer.Shape;

/** Queries in processes of their own: what they answer. */
class SqlRunnerIT {
    private static final SqlRunner RUNNER = new SqlRunner(2);
    private static final SqlScene SCENE = new SqlScene(200);

    @AfterAll
    static void close() {
        RUNNER.close();
    }

    @Test
    void aQueryHasTheSameScoreAsTheSameFormulaInJavaOnEachPart() {
        SqlScene large = new SqlScene(100_000);
        long start = System.nanoTime();

        List<SqlAnswer> answers = RUNNER.run(SqlScene.metric(SqlScene.RMSE), large.tables, large.parts);

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(score(answers.get(0))).isCloseTo(large.rmse(0), within(1e-12));
        assertThat(score(answers.get(1))).isCloseTo(large.rmse(1), within(1e-12));
        assertThat(score(answers.get(0))).isNotEqualTo(score(answers.get(1)));
        assertThat(taken).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aPartIsAllThatAQuerySees() {
        String rows = "SELECT count(*) + 1000 * (SELECT count(*) FROM solution) FROM prediction";

        List<SqlAnswer> answers = RUNNER.run(SqlScene.metric(rows), SCENE.tables, SCENE.parts);

        assertThat(answers)
                .containsExactly(
                        new SqlAnswer.Score(1001 * SCENE.parts.get(0).length),
                        new SqlAnswer.Score(1001 * SCENE.parts.get(1).length));
    }

    @Test
    void labelsCanBeNamesAndColumnsCanHaveAnyName() {
        String column = "it's \"best\" ü";
        SqlTables tables = new SqlTables(
                List.of(
                        new SqlColumn.Texts("id", row -> "r" + row),
                        new SqlColumn.Texts(column, row -> row == 0 ? "Zürich" : "it's")),
                List.of(
                        new SqlColumn.Texts("id", row -> "r" + row),
                        new SqlColumn.Texts(column, row -> row == 2 ? null : "it's")));
        String accuracy = """
                -- the share of names that are right
                SELECT avg(CASE WHEN p."it's ""best"" ü" = s."it's ""best"" ü" THEN 1 ELSE 0 END) -- unknown is wrong
                FROM prediction p JOIN solution s USING (id) -- end""";

        assertThat(RUNNER.run(SqlScene.metric(accuracy), tables, List.of(new int[] {0, 1, 2, 3})))
                .containsExactly(new SqlAnswer.Score(0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT (n + 1) % 7 FROM t) SELECT count(*) FROM t",
                SqlProcessIT.ENDLESS,
                "SELECT max(x) FROM (SELECT unnest(range(100)) AS x FROM range(1000000000000))"
            })
    void aQueryThatTakesTooLongIsStopped(String endless) {
        Duration limit = Duration.ofSeconds(1);
        long start = System.nanoTime();

        List<SqlAnswer> answers =
                RUNNER.run(SqlScene.metric(endless, 64, limit), SCENE.tables, List.of(SCENE.parts.get(0)));

        assertThat(answers).containsExactly(new SqlAnswer.OutOfTime(limit));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
        assertThat(ProcessHandle.current().descendants()).noneMatch(SqlRunnerIT::isOurs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(DISTINCT a.range * 1000003 + b.range) FROM range(100000) a, range(100000) b",
                "SELECT len(list(range)) FROM range(10000000000)",
                "SELECT length(string_agg(range, '-')) FROM range(10000000000)",
                "SELECT length(repeat('a', 4000000000))",
                "SELECT repeat('a', 100000000)"
            })
    void aQueryThatTakesTooMuchMemoryIsStopped(String greedy) {
        SqlAnswer answer = RUNNER.run(
                        SqlScene.metric(greedy, 64, Duration.ofSeconds(30)), SCENE.tables, List.of(SCENE.parts.get(0)))
                .getFirst();

        assertThat(answer).isEqualTo(new SqlAnswer.OutOfMemory(64));
    }

    @Test
    void aPartThatFailsKeepsNoOtherFromItsScore() {
        int ids = SCENE.parts.get(0)[0];
        String query = "SELECT sqrt(count(*)) FROM solution WHERE id <> " + (7L * ids + 1) + " HAVING count(*) = "
                + SCENE.parts.get(1).length;

        List<SqlAnswer> answers = RUNNER.run(SqlScene.metric(query), SCENE.tables, SCENE.parts);

        assertThat(answers)
                .containsExactly(
                        new SqlAnswer.NotOneNumber(Shape.NO_ROW),
                        new SqlAnswer.Score(Math.sqrt(SCENE.parts.get(1).length)));
    }

    private static double score(SqlAnswer answer) {
        return ((SqlAnswer.Score) answer).value();
    }

    static boolean isOurs(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(SqlMain.class.getName());
    }
}
