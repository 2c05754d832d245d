package podium.scoring.privacy;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import podium.scoring.anonymization.Column;

/**
 * A published table as anybody has it who was given its file, and the raw file and the hierarchies beside it, in a database:
 * what is asked of it is asked in SQL, of text, and shares nothing with the code that made the table.
 */
final class PublishedTable implements AutoCloseable {
    private final Connection database;

    /**
     * Loads the raw table.
     *
     * @param raw a file with a header, separated by semicolons
     * @param hierarchies the directory with a file for each quasi-identifier
     */
    PublishedTable(Path raw, Path hierarchies, List<String> quasiIdentifiers) throws SQLException {
        database = DriverManager.getConnection("jdbc:duckdb:");
        execute("CREATE TABLE raw AS SELECT row_number() OVER () AS id, * FROM "
                + csv(raw, "delim = ';', header = true"));
        for (String name : quasiIdentifiers) {
            execute("CREATE TABLE \"levels of " + name + "\" AS SELECT * FROM "
                    + csv(hierarchies.resolve(name + ".csv"), "delim = ';', header = false"));
        }
    }

    /** Writes the rows that are not suppressed as a release has them, and reads the file. Ids are those of the raw rows, from 1. */
    void publish(Path file, List<Column> columns, BitSet suppressed) throws IOException, SQLException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            List<String> cells = new ArrayList<>(List.of("id"));
            columns.forEach(column -> cells.add(column.name()));
            csv.writeRecord(cells);
            int rows = columns.getFirst().rows();
            for (int row = suppressed.nextClearBit(0); row < rows; row = suppressed.nextClearBit(row + 1)) {
                cells.clear();
                cells.add(Integer.toString(row + 1));
                for (Column column : columns) {
                    cells.add(column.value(row));
                }
                csv.writeRecord(cells);
            }
        }
        execute("CREATE OR REPLACE TABLE published AS SELECT id::BIGINT AS id, * EXCLUDE id FROM "
                + csv(file, "delim = ',', header = true"));
    }

    long publishedRows() throws SQLException {
        return (long) number("SELECT count(*) FROM published");
    }

    long smallestClass(List<String> quasiIdentifiers) throws SQLException {
        return (long) number(
                "SELECT min(n) FROM (SELECT count(*) AS n FROM published GROUP BY " + list(quasiIdentifiers) + ")");
    }

    long fewestDistinct(List<String> quasiIdentifiers, String sensitive) throws SQLException {
        return (long) number("SELECT min(n) FROM (SELECT count(DISTINCT \"%s\") AS n FROM published GROUP BY %s)"
                .formatted(sensitive, list(quasiIdentifiers)));
    }

    /** Of the class with the least, in nats. */
    double leastEntropy(List<String> quasiIdentifiers, String sensitive) throws SQLException {
        String by = list(quasiIdentifiers);
        return number("""
                SELECT min(entropy) FROM (
                    SELECT -sum(p * ln(p)) AS entropy FROM (
                        SELECT %1$s, count(*) / sum(count(*)) OVER (PARTITION BY %1$s) AS p
                        FROM published GROUP BY %1$s, "%2$s")
                    GROUP BY %1$s)""".formatted(by, sensitive));
    }

    /** Loss: the share of the hierarchy's values that each published value stands for; suppressed rows stand for all. */
    double domainLoss(List<String> quasiIdentifiers, List<Integer> levels) throws SQLException {
        return number("SELECT exp(avg(ln(1 + loss))) - 1 FROM (" + each(quasiIdentifiers, levels, """
                SELECT greatest(0, (shares - n / d) / (n - n / d)) AS loss FROM (
                    SELECT sum(share) + (SELECT count(*) FROM raw) - count(*) AS shares,
                        (SELECT count(*) FROM raw) AS n, (SELECT count(*) FROM "levels of %1$s") AS d
                    FROM published JOIN (
                        SELECT column%2$d AS value, count(*) / (SELECT count(*) FROM "levels of %1$s") AS share
                        FROM "levels of %1$s" GROUP BY value) ON "%1$s" = value)""") + ")");
    }

    double averageClassSize(List<String> quasiIdentifiers) throws SQLException {
        return number("""
                SELECT (SELECT count(*) FROM raw)
                    / (count(*) + CASE WHEN sum(n) < (SELECT count(*) FROM raw) THEN 1 ELSE 0 END)
                FROM (SELECT count(*) AS n FROM published GROUP BY %s)""".formatted(list(quasiIdentifiers)));
    }

    double discernibility(List<String> quasiIdentifiers) throws SQLException {
        return number("""
                SELECT sum(n * n) + (SELECT count(*) FROM raw) * ((SELECT count(*) FROM raw) - sum(n))
                FROM (SELECT count(*) AS n FROM published GROUP BY %s)""".formatted(list(quasiIdentifiers)));
    }

    /** Non-uniform entropy: bits that generalization takes from all rows, and suppression from the generalized values. */
    double entropy(List<String> quasiIdentifiers, List<Integer> levels) throws SQLException {
        return number("SELECT sum(bits / whole) FROM (" + each(quasiIdentifiers, levels, """
                SELECT
                    (SELECT -sum(f * log2(f / g)) FROM (
                        SELECT count(*) AS f, sum(count(*)) OVER (PARTITION BY general) AS g
                        FROM %3$s GROUP BY value, general))
                    + coalesce((SELECT -sum(s * log2(s / gone)) FROM (
                        SELECT count(*) AS s, sum(count(*)) OVER () AS gone
                        FROM %3$s WHERE id NOT IN (SELECT id FROM published) GROUP BY general)), 0) AS bits,
                    (SELECT -sum(f * log2(f / n)) FROM (
                        SELECT count(*) AS f, sum(count(*)) OVER () AS n
                        FROM raw GROUP BY "%1$s")) AS whole""") + ")");
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    private static String each(List<String> quasiIdentifiers, List<Integer> levels, String query) {
        return IntStream.range(0, levels.size())
                .mapToObj(i -> query.formatted(
                        quasiIdentifiers.get(i), levels.get(i), """
                        (SELECT id, column0 AS value, column%2$d AS general
                        FROM raw JOIN "levels of %1$s" ON "%1$s" = column0)""".formatted(quasiIdentifiers.get(i), levels.get(i))))
                .collect(Collectors.joining(" UNION ALL "));
    }

    private static String csv(Path file, String options) {
        return "read_csv('" + file + "', " + options + ", all_varchar = true, quote = '\"')";
    }

    private static String list(List<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    private double number(String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getDouble(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
