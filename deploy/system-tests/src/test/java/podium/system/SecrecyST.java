package podium.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.local.client.Answer;
import podium.local.client.Call;
import podium.local.client.PodiumClient;
import podium.local.client.Submission;
import podium.local.platform.Component;
import podium.local.platform.Database;
import podium.local.platform.Platform;
import podium.local.practice.PracticeContest;

/** What nobody may see: other teams' submissions, raw data, labels, private scores before the close, other databases. */
class SecrecyST {
    private static final String SLUG = "secrecy";
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static Platform platform;
    private static PracticeContest contest;
    private static PodiumClient ada;
    private static PodiumClient bob;
    private static PodiumClient outsider;
    private static Submission adas;

    @BeforeAll
    static void twoTeamsAndAScoredSubmission() {
        platform = SharedPlatform.get();
        contest = PracticeContest.open(platform.client(), SLUG, 1_500, 5, 2);
        ada = contest.players().get(0).client();
        bob = contest.players().get(1).client();
        outsider = platform.client().as("hana", "hana");
        adas = ada.submit(SLUG, contest.predictions(0.5, 1), Duration.ofSeconds(30));
        assertThat(adas.state()).isEqualTo("scored");
    }

    @Test
    void anotherTeamsSubmissionIsNotThere() {
        for (PodiumClient other : List.of(bob, outsider, platform.client())) {
            Answer answer = other.send(Call.get("/api/v1/submissions/" + adas.id()));
            assertThat(answer.status()).isIn(401, 404);
            assertThat(answer.text()).doesNotContain(String.valueOf(adas.releasedScore()));
        }
        Answer list = bob.send(Call.get("/api/v1/contests/" + SLUG + "/submissions"));
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).doesNotContain(adas.id());
        Answer asked = bob.send(Call.get("/api/v1/contests/" + SLUG + "/submissions?team="
                + contest.players().get(0).team().id()));
        assertThat(asked.text()).doesNotContain(adas.id());
        Answer select = bob.send(Call.json(
                "PUT", "/api/v1/contests/" + SLUG + "/final-selection", Map.of("submissionIds", List.of(adas.id()))));
        assertThat(select.status()).isBetween(400, 499);
    }

    static Stream<Call> callsForOrganizersOnly() {
        String dataset = "/api/v1/datasets/" + SLUG;
        String contestPath = "/api/v1/contests/" + SLUG;
        return Stream.of(
                Call.get(dataset),
                Call.of("POST", dataset, "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                Call.json("POST", dataset + "/plans", Map.of("columns", List.of())),
                Call.json("POST", dataset + "/approvals", Map.of("reportSha256", "0".repeat(64))),
                Call.of(
                        "PUT",
                        dataset + "/hierarchies/region",
                        "text/csv",
                        "north;*\n".getBytes(StandardCharsets.UTF_8)),
                Call.json("PUT", contestPath + "/organizers", Map.of("organizers", List.of("mallory"))),
                Call.json("POST", contestPath + "/close", Map.of()),
                Call.json("POST", "/api/v1/contests", Map.of("slug", "mine")));
    }

    @ParameterizedTest
    @MethodSource("callsForOrganizersOnly")
    void contestantsAndStrangersAreRefused(Call call) {
        assertThat(bob.send(call).status()).isIn(403, 404);
        assertThat(outsider.send(call).status()).isIn(403, 404);
        assertThat(platform.client().send(call).status()).isEqualTo(401);
    }

    @Test
    void theFilesOfAContestAreForItsEntrants() {
        for (String file : List.of("train.csv", "test.csv", "sample-submission.csv", "baseline-submission.csv")) {
            assertThat(ada.send(Call.get("/api/v1/contests/" + SLUG + "/data/" + file))
                            .status())
                    .isEqualTo(200);
            assertThat(outsider.send(Call.get("/api/v1/contests/" + SLUG + "/data/" + file))
                            .status())
                    .isIn(403, 404);
            assertThat(platform.client()
                            .send(Call.get("/api/v1/contests/" + SLUG + "/data/" + file))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(ada.send(Call.get("/api/v1/contests/" + SLUG + "/data/solution.csv"))
                        .status())
                .isEqualTo(404);
        assertThat(ada.send(Call.get("/api/v1/contests/" + SLUG + "/data/..%2F..%2Fvault"))
                        .status())
                .isIn(400, 404);
    }

    @Test
    void whatIsReleasedHasNoLabelOfTheHoldoutAndNoDirectIdentifier() {
        String test = new String(ada.download(SLUG, "test.csv"), StandardCharsets.UTF_8);
        String train = new String(ada.download(SLUG, "train.csv"), StandardCharsets.UTF_8);
        assertThat(test.lines().findFirst().orElseThrow()).doesNotContain("y").doesNotContain("customer");
        assertThat(train.lines().findFirst().orElseThrow()).contains("y").doesNotContain("customer");
        assertThat(test + train).doesNotContain("customer-");
    }

    @Test
    void privateScoresAreNowhereBeforeTheClose() {
        Truth truth = Truth.of(contest, platform);
        String secret = truth.privateScore(contest.predictions(0.5, 1)).toPlainString();
        assertThat(secret)
                .as("the private score differs from the public one, or this test could not fail")
                .isNotEqualTo(truth.publicScore(contest.predictions(0.5, 1)).toPlainString());
        PodiumClient olga = platform.client().as("olga", "olga");
        for (PodiumClient person : List.of(ada, bob, olga, platform.client())) {
            for (String path : List.of(
                    "/api/v1/leaderboards/" + SLUG,
                    "/api/v1/leaderboards/" + SLUG + "?view=private",
                    "/api/v1/submissions/" + adas.id(),
                    "/api/v1/contests/" + SLUG,
                    "/api/v1/contests/" + SLUG + "/submissions",
                    "/api/v1/datasets/" + SLUG)) {
                assertThat(person.send(Call.get(path)).text()).as(path).doesNotContain(secret);
            }
            assertThat(person.send(Call.get("/api/v1/leaderboards/" + SLUG + "?view=private"))
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void theInnerPagesOfTheServicesAreNotOnTheOrigin() {
        for (String path :
                List.of("/q/openapi", "/q/metrics", "/q/health", "/operations/republications", "/../q/metrics")) {
            assertThat(platform.client().send(Call.get(path)).status()).as(path).isEqualTo(404);
        }
    }

    static Stream<List<Component>> foreignDatabases() {
        return Component.SERVICES.stream().flatMap(service -> Component.SERVICES.stream()
                .filter(other -> other != service)
                .map(other -> List.of(service, other)));
    }

    @ParameterizedTest
    @MethodSource("foreignDatabases")
    void noServiceReachesAnothersDatabase(List<Component> pair) throws SQLException {
        Database own = platform.database(pair.get(0));
        Database foreign = new Database(platform.database(pair.get(1)).jdbcUrl(), own.user(), own.password());
        try (Connection connection = own.connect()) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThatThrownBy(foreign::connect)
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isIn("42501", "28000"));
    }

    @Test
    void theBoardShowsWhatMayBeShown() {
        await().atMost(BOUND).untilAsserted(() -> assertThat(
                        platform.client().board(SLUG, "public").standings())
                .anySatisfy(row -> assertThat(row.score()).isEqualByComparingTo(adas.releasedScore())));
    }
}
