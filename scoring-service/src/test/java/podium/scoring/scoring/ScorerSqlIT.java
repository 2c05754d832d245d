package podium.scoring.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import podium.kit.content.ContentCoding;
import podium.scoring.contest.Task;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Direction;
import podium.scoring.release.Outcome;
import podium.scoring.sql.SqlRunner;

/** Submissions to a contest whose metric is a query of its organizers. */
class ScorerSqlIT {
    private static final byte PUBLIC = Solution.cell(Solution.PUBLIC, 0);
    private static final byte PRIVATE = Solution.cell(Solution.PRIVATE, 0);

    private static final SqlRunner RUNNER = new SqlRunner(1);

    @AfterAll
    static void close() {
        RUNNER.close();
    }

    @Test
    void bothPartsAreScoredByTheQueryAndHaveNoErrors() {
        Outcome outcome = score("SELECT avg(abs(p.y - s.y)) FROM prediction p JOIN solution s USING (id)");

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Scored.class, scored -> {
            assertThat(scored.metric()).isEqualTo("sql");
            assertThat(scored.metricVersion()).isOne();
            assertThat(scored.direction()).isEqualTo(Direction.MINIMIZE);
            assertThat(scored.publicScore().value()).isCloseTo(0.5, within(1e-12));
            assertThat(scored.publicScore().standardError()).isInfinite();
            assertThat(scored.privateScore().value()).isCloseTo(1.25, within(1e-12));
        });
    }

    @Test
    void aQueryWithoutAScoreIsTheContestsFaultAndShowsNoLabel() {
        assertThat(score("SELECT error('label ' || y) FROM solution"))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.reason())
                        .contains("metric sql", "the query fails")
                        .doesNotContain("label"));
    }

    /** Rows 1 and 3 are public. */
    private static Outcome score(String query) {
        Task task = new Task(
                "y",
                Task.Kind.NUMBER,
                null,
                List.of(),
                "sql",
                Map.of(),
                4,
                null,
                null,
                new Task.Sql(query, "minimize", 64, 10));
        byte[] cells = {PUBLIC, PRIVATE, PUBLIC, PRIVATE};
        Labels labels = new Labels.Numbers(new double[] {1, 1, 3, 1});
        Solution solution = new Solution(new UUID(0, 1), new UUID(0, 2), new int[] {1, 2, 3, 4}, labels, cells);
        byte[] file = "id,y\n1,1\n2,2.5\n3,2\n4,2\n".getBytes(UTF_8);
        return new Scorer(task, 1000, solution, RUNNER).score(new ByteArrayInputStream(file), ContentCoding.IDENTITY);
    }
}
