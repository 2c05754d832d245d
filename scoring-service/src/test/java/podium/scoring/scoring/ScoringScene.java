package podium.scoring.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import podium.kit.file.FileStores;
import podium.kit.file.PendingFile;
import podium.kit.file.StoredFile;
import podium.kit.id.Ids;
import podium.kit.test.EventContracts;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;

/**
 * One contest and the services around: tells of the contest and of submissions as submission-service would, and hears what
 * scoring tells. RMSE over eight rows with the ids and labels 1 to 8, of which the first four are public; every score is
 * released, unless a test wants it otherwise.
 */
@Alternative // there only where the solutions are given
@Dependent
class ScoringScene {
    static final Duration BOUND = Duration.ofSeconds(20);
    private static final int ROWS = 8;
    private static final int ROWS_OF_A_BLOCK = 8;
    private static final String EVERY_SCORE = """
            , "board": {"release": "rounded"}""";

    final UUID contest = Ids.next();
    private final FileStores stores;
    private final GivenSolutions solutions;
    private final DataSource database;

    @Inject
    ScoringScene(FileStores stores, GivenSolutions solutions, DataSource database) {
        this.stores = stores;
        this.solutions = solutions;
        this.database = database;
    }

    /** The contest is known and its data released. */
    void isOpen() {
        isKnown();
        isReleased();
    }

    /**
     * The same with more rows, in blocks of eight.
     *
     * @param board what is said of the board in the definition, with a comma before it; nothing for the default
     */
    void isOpen(String board, int rows) {
        isKnown(board);
        isReleased(rows);
    }

    void isKnown() {
        isKnown(EVERY_SCORE);
    }

    private void isKnown(String board) {
        publish("contests", "ContestChanged", """
                {"contestId": "%s", "version": 3, "slug": "scene-%s", "state": "open", "visibility": "public",
                 "organizers": ["olga"], "definition": {
                   "task": {"target": "y", "kind": "number", "metric": "rmse", "decimals": 4,
                            "predictionRange": {"min": -100, "max": 100}, "outOfRange": "reject"},
                   "submissions": {"maxBytes": 1000000}%s},
                 "changedAt": "2026-11-02T09:00:00.000Z", "openedAt": "2026-11-02T09:00:00.000Z"}""".formatted(contest, contest, board));
    }

    void isReleased() {
        isReleased(ROWS);
    }

    private void isReleased(int rows) {
        int[] ids = IntStream.rangeClosed(1, rows).toArray();
        double[] labels = IntStream.of(ids).asDoubleStream().toArray();
        byte[] cells = new byte[rows];
        for (int row = 0; row < rows; row++) {
            int part = row < rows / 2 ? Solution.PUBLIC : Solution.PRIVATE;
            cells[row] = Solution.cell(part, row % (rows / 2) / ROWS_OF_A_BLOCK);
        }
        solutions.give(new Solution(contest, Ids.next(), ids, new Labels.Numbers(labels), cells));
    }

    /** A prediction file whose RMSE is {@code publicError} on the public part and {@code privateError} on the private one. */
    static String file(double publicError, double privateError) {
        return file(ROWS, row -> row < ROWS / 2 ? publicError : privateError);
    }

    /** A prediction file with an error in each row, rows counted from 0. */
    static String file(int rows, IntToDoubleFunction error) {
        return IntStream.range(0, rows)
                .mapToObj(row -> (row + 1) + "," + (row + 1 + error.applyAsDouble(row)) + "\n")
                .collect(Collectors.joining("", "id,y\n", ""));
    }

    /** Puts a file into the store of uploads. */
    StoredFile upload(byte[] bytes) {
        return upload(Ids.next(), bytes);
    }

    StoredFile upload(UUID fileId, byte[] bytes) {
        try (PendingFile pending = stores.get("uploads").create(fileId)) {
            try (OutputStream out = pending.stream()) {
                out.write(bytes);
            }
            return pending.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A submission of a plain file is accepted. */
    UUID submits(UUID team, int ordinal, String csv) {
        UUID submission = Ids.next();
        accepted(submission, team, ordinal, 1, upload(csv.getBytes(UTF_8)), "identity");
        return submission;
    }

    /** Tells that a submission is accepted, for the first time or again. Returns the event's id. */
    UUID accepted(UUID submission, UUID team, int ordinal, int emission, StoredFile file, String coding) {
        String json = """
                {"submissionId": "%s", "contestId": "%s", "teamId": "%s", "ordinal": %d, "emission": %d,
                 "file": {"fileId": "%s", "bytes": %d, "sha256": "%s", "contentEncoding": "%s"},
                 "receivedAt": "2026-11-05T10:00:00.000Z", "acceptedAt": "2026-11-05T10:%02d:00.412Z"}""".formatted(
                        submission,
                        contest,
                        team,
                        ordinal,
                        emission,
                        file.id(),
                        file.bytes(),
                        file.sha256(),
                        coding,
                        ordinal % 60);
        return publish("submissions", "SubmissionAccepted", json);
    }

    UUID abandoned(UUID submission, UUID team, int ordinal) {
        return publish("submissions", "ScoringAbandoned", """
                {"submissionId": "%s", "contestId": "%s", "teamId": "%s", "ordinal": %d, "emissions": 3,
                 "acceptedAt": "2026-11-05T10:00:00.412Z", "abandonedAt": "2026-11-05T10:10:00.000Z"}""".formatted(submission, contest, team, ordinal));
    }

    /**
     * The contest is settled.
     *
     * @param selections as JSON: objects with teamId and submissionIds
     */
    UUID settled(int acceptedCount, String selections) {
        return publish("contests", "ContestSettled", """
                {"contestId": "%s", "acceptedCount": %d, "finalSelections": [%s],
                 "settledAt": "2026-12-01T12:01:00.000Z"}""".formatted(contest, acceptedCount, selections));
    }

    private UUID publish(String topic, String type, String json) {
        EventContracts.assertValid(type, json);
        return KafkaEvents.publish(topic, contest.toString(), type, json);
    }

    /** Waits for the one event of that type about a submission. */
    ReceivedEvent hears(KafkaEvents scores, String type, UUID submission) {
        ReceivedEvent event =
                scores.await(e -> e.type().equals(type) && e.json().contains(submission.toString()), BOUND);
        EventContracts.assertValid(type, event.json());
        return event;
    }

    /** All events about this contest so far. */
    List<ReceivedEvent> heard(KafkaEvents scores) {
        return scores.all().stream()
                .filter(event -> event.json().contains(contest.toString()))
                .toList();
    }

    /** Waits until an event has had its effect, if it has any. */
    void isHandled(UUID eventId) {
        await().atMost(BOUND).until(() -> count("select count(*) from inbox where event_id = '" + eventId + "'") == 1);
    }

    /** Waits until an event is parked. */
    void isWaiting(UUID eventId) {
        await().atMost(BOUND)
                .until(() -> count("select count(*) from inbox_waiting where event_id = '" + eventId + "'") == 1);
    }

    /** Waits until so many submissions of the contest have an outcome, told or not. */
    void hasOutcomes(int count) {
        await().atMost(BOUND)
                .until(() -> count("select count(*) from outcome where contest_id = '" + contest + "'") == count);
    }

    long count(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
