package podium.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import podium.local.client.PodiumClient;
import podium.local.client.Rescore;
import podium.local.client.Submission;
import podium.local.platform.Component;
import podium.local.platform.Platform;
import podium.local.practice.PracticeContest;
import podium.local.practice.TestRows;

/** Scoring-service is killed in the middle of a rescore, and again while it is applied. */
class RescoreFaultsST {
    private static final int SUBMISSIONS = 240;
    private static final int TEAMS = 4;
    private static final int SENDERS = 4;
    private static final int RAW_ROWS = 20_000;
    private static final int CORRECTED = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform = SharedPlatform.get();
    private final PodiumClient olga = platform.client().as("olga", "olga").patient(PATIENCE);

    /** What a version says of a submission, bit for bit, with what it would be without each block. */
    private record Scored(
            String submission,
            String state,
            long publicScore,
            long privateScore,
            String publicWithout,
            String privateWithout,
            String released,
            int position) {}

    private record Row(int rank, String team, String score) {}

    @Test
    void aRescoreThatIsKilledEndsWithExactlyTheScoresOfAnUndisturbedOne() throws Exception {
        // Given a contest that was rescored with corrected labels, and back again
        PracticeContest contest =
                PracticeContest.open(platform.client(), "rescore-faults", RAW_ROWS, SUBMISSIONS, TEAMS);
        submit(contest);
        List<TestRows.Row> rows = contest.testRows().rows().subList(0, CORRECTED);
        List<Map<String, String>> corrected =
                rows.stream().map(row -> label(row, row.label() + 2)).toList();
        List<Map<String, String>> original =
                rows.stream().map(row -> label(row, row.label())).toList();
        List<Scored> first = outcomes(contest, 1);
        int undisturbed = rescore(contest, corrected);
        List<Scored> expected = outcomes(contest, undisturbed);
        List<Row> board = board(contest, expected);
        assertThat(expected).hasSize(SUBMISSIONS).isNotEqualTo(first);
        assertThat(outcomes(contest, rescore(contest, original))).isEqualTo(first);

        // When the corrections are made once more, and scoring is killed in the middle of the dry run
        Rescore rescore = begin(contest, corrected);
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> olga.rescore(rescore.id()).progress().done() > 0);
        kill();
        assertThat(filesLeft(contest, rescore.scoringVersion())).isBetween(1L, SUBMISSIONS - 1L);
        platform.awaitUp(Component.SCORING, PATIENCE);
        awaitState(rescore, "ready");

        // and once more when its version is being told
        olga.applyRescore(rescore.id());
        kill();
        platform.awaitUp(Component.SCORING, PATIENCE);
        awaitState(rescore, "applied");

        // Then all is as it was undisturbed
        assertThat(outcomes(contest, rescore.scoringVersion())).isEqualTo(expected);
        assertThat(olga.rescore(rescore.id()).scoredCount()).isEqualTo(SUBMISSIONS);
        assertThat(board(contest, expected)).isEqualTo(board);
    }

    private static void submit(PracticeContest contest) throws InterruptedException, ExecutionException {
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < SUBMISSIONS; i++) {
                PodiumClient client = contest.players().get(i % TEAMS).client();
                byte[] file = contest.predictions(2 - 0.005 * i, i);
                sent.add(senders.submit(() -> {
                    Submission accepted = client.submit(contest.slug(), file, Duration.ZERO);
                    await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> client.submission(
                                    accepted.id(), Duration.ofSeconds(10))
                            .terminal());
                }));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }

    private static Map<String, String> label(TestRows.Row row, double value) {
        return Map.of("id", row.id(), "label", String.format(Locale.ROOT, "%.6f", value));
    }

    private Rescore begin(PracticeContest contest, List<Map<String, String>> labels) {
        return olga.beginRescore(Map.of("contest", contest.slug(), "reason", "Labels were wrong", "labels", labels));
    }

    /** Rescores a contest and returns the new version. */
    private int rescore(PracticeContest contest, List<Map<String, String>> labels) {
        Rescore rescore = begin(contest, labels);
        awaitState(rescore, "ready");
        olga.applyRescore(rescore.id());
        awaitState(rescore, "applied");
        return rescore.scoringVersion();
    }

    private void awaitState(Rescore rescore, String state) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> olga.rescore(rescore.id()).state(), state::equals);
    }

    /** Kills scoring-service and waits until somebody has noticed. */
    private void kill() {
        long pid = platform.pid(Component.SCORING);
        platform.kill(Component.SCORING);
        await().atMost(PATIENCE).until(() -> platform.pid(Component.SCORING) != pid);
    }

    /** The board once it shows the best of the scores of each team. */
    private List<Row> board(PracticeContest contest, List<Scored> scores) {
        String best =
                scores.stream().map(Scored::released).min(String::compareTo).orElseThrow();
        await().atMost(PATIENCE)
                .until(() -> rows(contest).stream().findFirst().map(Row::score).orElse(""), best::equals);
        return rows(contest);
    }

    private List<Row> rows(PracticeContest contest) {
        return platform.client().patient(PATIENCE).board(contest.slug(), "public").standings().stream()
                .map(row -> new Row(
                        row.rank(), row.teamId(), row.score().setScale(4).toPlainString()))
                .toList();
    }

    private long filesLeft(PracticeContest contest, int version) throws SQLException {
        return select(
                        "select count(*) as n from scoring_task where contest_id = ? and scoring_version = ?",
                        contest,
                        version,
                        row -> row.getLong("n"))
                .getFirst();
    }

    private List<Scored> outcomes(PracticeContest contest, int version) throws SQLException {
        return select(
                """
                select submission_id, state, public_score, private_score, released_score, release_position,
                    cast(public_without_block as text) as public_without,
                    cast(private_without_block as text) as private_without
                from outcome where contest_id = ? and scoring_version = ? order by submission_id""",
                contest,
                version,
                row -> new Scored(
                        row.getString("submission_id"),
                        row.getString("state"),
                        Double.doubleToLongBits(row.getDouble("public_score")),
                        Double.doubleToLongBits(row.getDouble("private_score")),
                        row.getString("public_without"),
                        row.getString("private_without"),
                        row.getBigDecimal("released_score").setScale(4).toPlainString(),
                        row.getInt("release_position")));
    }

    private <T> List<T> select(String sql, PracticeContest contest, int version, Reader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (Connection connection = platform.database(Component.SCORING).connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(contest.contestId()));
            statement.setInt(2, version);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
        }
        return found;
    }

    /** Makes something of a row. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
