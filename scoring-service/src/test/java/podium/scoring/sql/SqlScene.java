package podium.scoring.sql;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import podium.scoring.metric.Direction;

/** Ratings and predictions of them, in a public and a private part; and queries on them. */
final class SqlScene {
    static final String RMSE =
            "SELECT sqrt(avg((p.stars - s.stars) ** 2)) FROM prediction p JOIN solution s USING (id)";

    final double[] truth;
    final double[] predictions;
    final List<int[]> parts;
    final SqlTables tables;

    SqlScene(int rows) {
        Random random = new Random(20260922);
        truth = random.doubles(rows, 1, 5).toArray();
        predictions = random.doubles(rows, 1, 5).toArray();
        boolean[] open = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            open[row] = random.nextInt(10) < 3;
        }
        parts = List.of(
                IntStream.range(0, rows).filter(row -> open[row]).toArray(),
                IntStream.range(0, rows).filter(row -> !open[row]).toArray());
        SqlColumn id = new SqlColumn.Wholes("id", row -> 7L * row + 1);
        tables = new SqlTables(
                List.of(id, new SqlColumn.Numbers("stars", row -> truth[row])),
                List.of(id, new SqlColumn.Numbers("stars", row -> predictions[row])));
    }

    /** The root mean squared error on a part, in Java. */
    double rmse(int part) {
        double sum = 0;
        for (int row : parts.get(part)) {
            sum += (predictions[row] - truth[row]) * (predictions[row] - truth[row]);
        }
        return Math.sqrt(sum / parts.get(part).length);
    }

    static SqlMetric metric(String query) {
        return new SqlMetric(query, Direction.MINIMIZE, 64, Duration.ofSeconds(20));
    }

    static SqlMetric metric(String query, int memoryMebibytes, Duration timeLimit) {
        return new SqlMetric(query, Direction.MINIMIZE, memoryMebibytes, timeLimit);
    }
}
