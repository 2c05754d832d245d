package podium.scoring.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Parquet files as DuckDB writes them, and what comes of them. */
public final class ParquetScene {
    static final ParquetLimits LIMITS = new ParquetLimits(1_000_000, 100, 100_000_000, 128, Duration.ofSeconds(60));

    private ParquetScene() {}

    /** Writes what a query answers. */
    public static void write(Path file, String select) {
        write(file, select, "");
    }

    /**
     * Writes what a query answers.
     *
     * @param options of COPY, each after a comma
     */
    static void write(Path file, String select, String options) {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet" + options + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The CSV of a file. */
    static String csv(ParquetConversion conversion, Path file, ParquetLimits limits) {
        try (InputStream csv = conversion.csv(file, limits)) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
