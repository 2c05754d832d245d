package podium.scoring.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Organizers' queries that try to get out, each through the process, and without it through the settings alone. */
class SqlEscapeIT {
    private static final SqlRunner RUNNER = new SqlRunner(1);
    private static final SqlScene SCENE = new SqlScene(20);
    private static final String SECRET = "the-secret";

    @TempDir
    static Path directory;

    private static ServerSocket server;
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();

    @BeforeAll
    static void open() throws IOException {
        Files.writeString(directory.resolve("secret.csv"), "a\n" + SECRET + "\n");
        Files.writeString(directory.resolve("secret.json"), "{\"a\": \"" + SECRET + "\"}");
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    server.accept().close();
                    CONNECTIONS.incrementAndGet();
                }
            } catch (IOException _) {
                // closed after the tests
            }
        });
    }

    @AfterAll
    static void close() throws IOException {
        RUNNER.close();
        server.close();
    }

    /** Questions: the ways out that a SELECT has. FILE, NEW and URL stand for a file, a file that is not there and a server. */
    static Stream<String> questions() {
        return Stream.of(
                "SELECT count(*) FROM read_csv('FILE.csv')",
                "SELECT count(*) FROM 'FILE.csv'",
                "SELECT count(*) FROM read_text('FILE.csv')",
                "SELECT count(*) FROM read_blob('FILE.csv')",
                "SELECT count(*) FROM read_json('FILE.json')",
                "SELECT count(*) FROM read_parquet('FILE.csv')",
                "SELECT count(*) FROM parquet_metadata('FILE.csv')",
                "SELECT count(*) FROM read_duckdb('FILE.csv')",
                "SELECT count(*) FROM sniff_csv('FILE.csv')",
                "SELECT count(*) FROM glob('DIRECTORY/*')",
                "SELECT count(*) FROM read_csv('/proc/self/environ')",
                "SELECT count(*) FROM read_text('/dev/stdin')",
                "SELECT count(*) FROM read_csv('URL/x.csv')",
                "SELECT count(*) FROM 'URL/x.parquet'",
                "SELECT count(*) FROM read_text('s3://bucket/key')",
                "SELECT count(*) FROM query('COPY (SELECT 1) TO ''NEW.csv''')",
                "SELECT count(*) FROM query_table('FILE.csv')",
                "SELECT getenv('PATH')",
                "SELECT length(getenv('PATH'))",
                "SELECT count(*) FROM enable_logging(storage = 'file', storage_path = 'NEW.log')",
                "SELECT count(*) FROM enable_logging()",
                "SELECT count(*) FROM enable_profiling(save_location = 'NEW.json')",
                "SELECT count(*) FROM pragma_storage_info('FILE.csv')",
                "SELECT count(*) FROM read_ndjson_objects('FILE.json')",
                "SELECT count(*) FROM json_execute_serialized_sql(json_serialize_sql('SELECT * FROM ''FILE.csv'''))");
    }

    /** Statements that concern the session only, so that the lock leaves them alone. */
    static Stream<String> sessionStatements() {
        return Stream.of(
                "PRAGMA enable_profiling",
                "CALL enable_logging()",
                "SET VARIABLE x = 1",
                "SET SESSION search_path = 'main'",
                "USE memory.main",
                "PREPARE q AS SELECT 1",
                "CREATE MACRO avg(x) AS 0",
                "DELETE FROM solution",
                "DROP TABLE solution",
                "BEGIN");
    }

    /** Statements that are no SELECT: each gets no further than the parser, and without it is refused by the settings. */
    static Stream<String> statements() {
        return Stream.of(
                "COPY (SELECT 1) TO 'NEW.csv'",
                "COPY (SELECT 1) TO '.tmp/new.csv'",
                "COPY (SELECT 1) TO ':memory:'",
                "COPY (SELECT 1) TO ':memory:.wal'",
                "COPY solution FROM 'FILE.csv'",
                "COPY (SELECT 1) TO '/dev/stdout'",
                "EXPORT DATABASE 'NEW'",
                "IMPORT DATABASE 'DIRECTORY'",
                "ATTACH 'NEW.duckdb' AS other",
                "ATTACH 'FILE.csv' AS other",
                "ATTACH 'URL/x.duckdb' AS other",
                "INSTALL httpfs",
                "FORCE INSTALL httpfs FROM 'URL'",
                "INSTALL h3 FROM community",
                "LOAD httpfs",
                "LOAD 'FILE.csv'",
                "UPDATE EXTENSIONS",
                "CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "RESET lock_configuration",
                "RESET enable_external_access",
                "SET threads = 8",
                "SET GLOBAL memory_limit = '100GB'",
                "RESET memory_limit",
                "SET temp_directory = 'DIRECTORY'",
                "SET allowed_directories = ['/']",
                "SET allowed_paths = ['FILE.csv']",
                "SET custom_extension_repository = 'URL'",
                "SET log_query_path = 'NEW.log'",
                "PRAGMA profiling_output = 'NEW.json'",
                "PRAGMA memory_limit = '100GB'",
                "PRAGMA threads = 8",
                "CALL enable_logging(storage = 'file', storage_path = 'NEW.log')");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void noQuestionIsAnsweredFromOutside(String query) throws SQLException {
        try (SqlDatabase database = database()) {
            assertThat(database.answer(filled(query))[0]).isEqualTo(SqlWire.QUERY_FAILED);
        }
        assertNothingHappened();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT count(*) FROM read_csv('FILE.csv')|LocalFileSystem has been disabled",
                "SELECT count(*) FROM read_text('/proc/self/environ')|LocalFileSystem has been disabled",
                "SELECT count(*) FROM read_csv('URL/x.csv')|disabled by configuration",
                "SELECT getenv('PATH')|Scalar Function with name getenv does not exist",
                "SELECT count(*) FROM enable_logging(storage = 'stdout')|the configuration has been locked",
                "SET threads = 8|Expected a single SELECT statement",
                "SELECT 1; SET threads = 8|Expected a single SELECT statement",
                "SELECT 1) LIMIT 2; SET threads = 8; SELECT * FROM (SELECT 1|syntax error"
            })
    void theProcessSaysTheSame(String query, String message) {
        assertThat(answer(query))
                .isInstanceOfSatisfying(SqlAnswer.QueryFailed.class, failed -> assertThat(failed.message())
                        .contains(message));
        assertNothingHappened();
    }

    @ParameterizedTest
    @MethodSource({"statements", "sessionStatements"})
    void noStatementIsExecuted(String statement) throws SQLException {
        try (SqlDatabase database = database()) {
            for (String query : List.of(
                    statement,
                    "SELECT 1; " + statement,
                    statement + "; SELECT 1",
                    "SELECT 1) LIMIT 2; " + statement + "; SELECT * FROM (SELECT 1",
                    "SELECT 1') LIMIT 2; " + statement + "; SELECT * FROM query('SELECT 1")) {
                assertThat(database.answer(filled(query))[0]).as(query).isEqualTo(SqlWire.QUERY_FAILED);
            }
        }
        assertNothingHappened();
    }

    @ParameterizedTest
    @MethodSource({"questions", "statements"})
    void theSettingsAloneRefuseItToo(String statement) throws SQLException {
        try (SqlDatabase database = database()) {
            assertThatThrownBy(() -> database.execute(filled(statement))).isInstanceOf(SQLException.class);
        }
        assertNothingHappened();
    }

    @Test
    void theSettingsAreWhatTheyAreMeantToBe() {
        String query = """
                SELECT count(*) FROM duckdb_settings() WHERE (name, value) IN (
                    ('enable_external_access', 'false'), ('lock_configuration', 'true'), ('threads', '1'),
                    ('autoinstall_known_extensions', 'false'), ('autoload_known_extensions', 'false'),
                    ('allow_community_extensions', 'false'), ('allow_unsigned_extensions', 'false'),
                    ('allow_persistent_secrets', 'false'), ('temp_directory', ''), ('memory_limit', '64.0 MiB'),
                    ('allowed_directories', '[]'), ('allowed_paths', '[]'), ('allowed_configs', '[]'))""";

        assertThat(answer(query)).isEqualTo(new SqlAnswer.Score(13));
    }

    @Test
    void aPartIsNotThereWhenTheNextOneIsAsked() {
        String query = "SELECT count(*) FROM solution";

        List<SqlAnswer> answers =
                RUNNER.run(SqlScene.metric(query), SCENE.tables, List.of(new int[] {1, 2}, new int[] {3, 4, 5}));

        assertThat(answers).containsExactly(new SqlAnswer.Score(2), new SqlAnswer.Score(3));
    }

    private static SqlDatabase database() throws SQLException {
        SqlDatabase database = SqlDatabase.open("64");
        database.execute("CREATE TABLE solution (id BIGINT)");
        database.lock();
        return database;
    }

    private static SqlAnswer answer(String query) {
        return RUNNER.run(
                        SqlScene.metric(filled(query), 64, Duration.ofSeconds(20)),
                        SCENE.tables,
                        List.of(SCENE.parts.get(1)))
                .getFirst();
    }

    private static String filled(String query) {
        return query.replace("DIRECTORY", directory.toString())
                .replace("FILE", directory.resolve("secret").toString())
                .replace("NEW", directory.resolve("new").toString())
                .replace("URL", "http://127.0.0.1:" + server.getLocalPort());
    }

    private static void assertNothingHappened() {
        assertThat(CONNECTIONS).hasValue(0);
        assertThat(directory).isDirectoryContaining("glob:**secret.{csv,json}");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("secret.csv", "secret.json");
    }
}
