package podium.benchmarks.scoring;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The same join and RMSE as SQL, in DuckDB on one thread; the truth is a table already. */
final class DuckDb implements AutoCloseable {
    private final Connection connection;

    DuckDb(Path solution) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads = 1");
            statement.execute("create table solution as select id, label, part = 1 as public from read_csv('" + solution
                    + "', header = true, columns = {'id': 'integer', 'label': 'double', 'part': 'integer'})");
        }
    }

    /** The RMSE on the public part; the one on the private part is computed too. */
    double rmse(Path file) throws SQLException {
        String query = "select sqrt(avg((p.prediction - s.label) ** 2) filter (where s.public)),"
                + " sqrt(avg((p.prediction - s.label) ** 2) filter (where not s.public))"
                + " from read_csv('" + file
                + "', header = true, columns = {'id': 'integer', 'prediction': 'double'}) p join solution s using (id)";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
