package podium.scoring.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.scoring.sql.SqlAnswer.Shape;

/** What queries answer, without the process around them. */
class SqlDatabaseIT {
    private static SqlDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = SqlDatabase.open("64");
        database.execute("CREATE TABLE solution (id BIGINT, stars DOUBLE)");
        database.execute("INSERT INTO solution VALUES (1, 2.5)");
        database.lock();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 42::TINYINT|42",
                "SELECT 0.1::DECIMAL(9, 3)|0.1",
                "SELECT 2::HUGEINT|2",
                "SELECT 0.5::FLOAT|0.5",
                "SELECT count(*) FROM solution|1",
                "FROM solution SELECT count(*)|1",
                "WITH n AS (SELECT 3 AS three) SELECT three FROM n|3",
                "VALUES (1.5::DOUBLE)|1.5"
            })
    void everyKindOfNumberIsAScore(String query, double score) {
        assertThat(answer(query)).isEqualTo(new SqlAnswer.Score(score));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT stars FROM solution WHERE id < 0|NO_ROW",
                "SELECT * FROM range(2)|SEVERAL_ROWS",
                "SELECT * FROM range(1000000000000)|SEVERAL_ROWS",
                "SELECT 1, 2|SEVERAL_COLUMNS",
                "SELECT NULL|NULL",
                "SELECT avg(stars) FROM solution WHERE id < 0|NULL",
                "SELECT 'NaN'::DOUBLE|NAN",
                "SELECT 'inf'::DOUBLE|INFINITE",
                "SELECT '1'|NO_NUMBER",
                "SELECT true|NO_NUMBER",
                "SELECT [1]|NO_NUMBER"
            })
    void anythingButOneFiniteNumberIsNoScore(String query, Shape shape) {
        assertThat(answer(query)).isEqualTo(new SqlAnswer.NotOneNumber(shape));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            value = {
                "SELEKT 1^syntax error at or near \"SELEKT\"",
                "SELECT avg(star) FROM solution^Referenced column \"star\" not found",
                "SELECT * FROM vault^Table with name vault does not exist",
                "SELECT error('what it saw: ' || max(id)) FROM solution^what it saw: 1",
                "SELECT 1; SELECT 2^Expected a single SELECT statement",
                "DROP TABLE solution^Expected a single SELECT statement",
                "''^Expected a single SELECT statement"
            })
    void aQueryThatFailsTellsItsOrganizersWhyAndNobodyElse(String query, String message) {
        SqlAnswer answer = answer(query);

        assertThat(answer).isInstanceOfSatisfying(SqlAnswer.QueryFailed.class, failed -> {
            assertThat(failed.forOrganizers()).contains(message);
            assertThat(failed.reason()).isEqualTo("the query fails");
        });
    }

    @Test
    void aMistakeIsShownInItsLine() {
        SqlAnswer answer = answer("SELECT avg(stars)\nFROM solution\nWHERE nothing = 1");

        assertThat(((SqlAnswer.Failure) answer).forOrganizers())
                .contains("\"nothing\" not found", "LINE 3: WHERE nothing");
    }

    /** As it arrives from a process. */
    private static SqlAnswer answer(String query) {
        byte[] answer = database.answer(query);
        try {
            return SqlProcess.read(new DataInputStream(new ByteArrayInputStream(answer)), SqlScene.metric(query))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
