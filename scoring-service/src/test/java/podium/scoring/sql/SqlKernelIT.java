package podium.scoring.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.RowIds;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Evaluation;
import podium.scoring.metric.Values;

/** An organizer's query as the kernel of a solution. */
class SqlKernelIT {
    private static final SqlRunner RUNNER = new SqlRunner(1);

    /** Rows 0 and 1 are public, rows 2 and 3 private. */
    private static final byte[] CELLS = {
        Solution.cell(Solution.PUBLIC, 0),
        Solution.cell(Solution.PUBLIC, 1),
        Solution.cell(Solution.PRIVATE, 0),
        Solution.cell(Solution.PRIVATE, 1)
    };

    @AfterAll
    static void close() {
        RUNNER.close();
    }

    @Test
    void numbersAreScoredOnBothParts() {
        Solution solution = solution(RowIds.of(4, 2, 3, 1), new Labels.Numbers(new double[] {1, 2, 3, 4}));
        SqlKernel kernel =
                kernel("SELECT sum(p.id * abs(p.y - s.y)) FROM prediction p JOIN solution s USING (id)", solution);

        List<Evaluation> parts = kernel.evaluate(new Values.Numbers(new double[] {1.5, 2, 3, 4.25}));

        assertThat(parts.get(0)).isInstanceOfSatisfying(Evaluation.Score.class, score -> {
            assertThat(score.value()).isEqualTo(2);
            assertThat(score.withoutBlock()).hasSize(64).containsOnly(Double.NaN);
        });
        assertThat(parts.get(1)).isInstanceOfSatisfying(Evaluation.Score.class, score -> assertThat(score.value())
                .isEqualTo(0.25));
    }

    @Test
    void namesAndIdsThatAreTextsAreTexts() {
        Labels labels = new Labels.Categories(new int[] {0, 1, 1, 0}, List.of("blue", "red"));
        SqlKernel kernel = kernel(
                "SELECT sum(CASE WHEN p.y = s.y THEN length(id) WHEN p.y IS NULL THEN 100 END) "
                        + "FROM prediction p JOIN solution s USING (id)",
                solution(RowIds.of(List.of("a", "bb", "ccc", "dddd")), labels));

        List<Evaluation> parts = kernel.evaluate(new Values.Codes(new int[] {0, -1, 0, 0}));

        assertThat(parts).map(part -> ((Evaluation.Score) part).value()).containsExactly(101.0, 4.0);
    }

    @Test
    void aFailureTellsNothingOfTheLabels() {
        Solution solution = solution(RowIds.of(4, 2, 3, 1), new Labels.Numbers(new double[] {1, 2, 3, 4}));
        SqlKernel kernel =
                kernel("SELECT max(CASE WHEN y > 2 THEN error('label ' || y) ELSE y END) FROM solution", solution);

        List<Evaluation> parts = kernel.evaluate(new Values.Numbers(new double[4]));

        assertThat(parts.get(0)).isInstanceOf(Evaluation.Score.class);
        assertThat(parts.get(1)).isEqualTo(new Evaluation.Undefined("the query fails"));
    }

    @Test
    void predictionsOfAnotherKindAreRefused() {
        Solution solution = solution(RowIds.of(4, 2, 3, 1), new Labels.Numbers(new double[] {1, 2, 3, 4}));
        SqlKernel kernel = kernel("SELECT 1", solution);

        assertThatThrownBy(() -> kernel.evaluate(new Values.Codes(new int[4])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SqlKernel kernel(String query, Solution solution) {
        return new SqlKernel(RUNNER, SqlScene.metric(query), "y", solution);
    }

    private static Solution solution(RowIds ids, Labels labels) {
        return new Solution(new UUID(0, 1), new UUID(0, 2), ids, labels, CELLS);
    }
}
