package podium.leaderboard.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podium.leaderboard.fixture.Facts.complete;
import static podium.leaderboard.fixture.Facts.contest;
import static podium.leaderboard.fixture.Facts.entrant;
import static podium.leaderboard.fixture.Facts.revealed;
import static podium.leaderboard.fixture.Facts.scored;
import static podium.leaderboard.fixture.Facts.statistics;
import static podium.leaderboard.fixture.Facts.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.id.Ids;
import podium.kit.test.EventContracts;
import podium.kit.test.KafkaEvents;
import podium.kit.test.ReceivedEvent;
import podium.kit.test.Tokens;
import podium.leaderboard.contest.Contest;
import podium.leaderboard.fixture.Facts;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class BoardIT {

    private final Facts facts = new Facts();
    private final UUID contest = Ids.next();
    private final String slug = "contest-" + contest;
    private final UUID ada = Ids.next();
    private final UUID bob = Ids.next();
    private final UUID cem = Ids.next();

    @AfterEach
    void close() {
        facts.close();
    }

    @Test
    void ranksByScoreAndThenByEarliestAcceptance() {
        // Given
        begin();

        // When: bob and cem share a score, cem's was accepted earlier and is told later; ada's second is worse
        facts.tell(scored(contest, bob, "0.9000", 20));
        facts.tell(scored(contest, ada, "0.8500", 30));
        facts.tell(scored(contest, cem, "0.9000", 10));
        facts.tell(scored(contest, ada, "0.9500", 40));

        // Then
        awaitRows("1 Ada 0.85 2", "2 Cem 0.9 1", "3 Bob 0.9 1");
        board().then().statusCode(200);
        assertThat(board().jsonPath().getString("direction")).isEqualTo("minimize");
        assertThat(board().asString())
                .contains("\"score\":0.8500")
                .contains("\"acceptedAt\":\"2026-11-05T10:00:30.000Z\"");
    }

    @Test
    void aRestatedEventAndAnotherOneOfTheSameSubmissionChangeNothing() {
        // Given
        begin();
        UUID submission = Ids.next();
        Facts.Fact fact = scored(contest, ada, submission, new BigDecimal("0.9"), Facts.START);
        facts.tell(fact);
        awaitRows("1 Ada 0.9 1");
        long version = board().jsonPath().getLong("version");

        // When: the same event, and an event of its own for the same submission, and then something that shows they
        // were read
        facts.tell(fact);
        facts.tell(scored(contest, ada, submission, new BigDecimal("0.9"), Facts.START));
        facts.tell(scored(contest, bob, "0.95", 1));

        // Then
        awaitRows("1 Ada 0.9 1", "2 Bob 0.95 1");
        assertThat(board().jsonPath().getLong("version")).isEqualTo(version + 1);
    }

    @Test
    void aContestHasItsBoardInEveryState() {
        for (Contest.State state : Contest.State.values()) {
            // Given
            UUID id = Ids.next();

            // When
            facts.tell(contest(id, "contest-" + id, 1, state.word(), "public", "olga"));

            // Then
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> given().header("Authorization", Tokens.bearer("olga", "organizer"))
                            .get("/api/v1/leaderboards/contest-" + id)
                            .then()
                            .statusCode(200));
        }
    }

    @Test
    void scoresThatComeBeforeTheirContestAndTeamWaitForThem() {
        // When
        facts.tell(scored(contest, ada, "0.7", 2));
        facts.tell(scored(contest, ada, "0.8", 1));
        facts.tell(team(contest, ada, "Ada"));
        facts.tell(contest(contest, slug));

        // Then
        awaitRows("1 Ada 0.7 2");
    }

    @Test
    void anOlderSnapshotOfATeamDoesNotBringItsOldNameBack() {
        // Given
        begin();
        facts.tell(scored(contest, ada, "0.7", 2));
        facts.tell(team(contest, ada, 3, "Ada & Söhne", false));
        awaitRows("1 Ada & Söhne 0.7 1");

        // When
        facts.tell(team(contest, ada, 2, "Old", false));
        facts.tell(scored(contest, bob, "0.8", 2));

        // Then
        awaitRows("1 Ada & Söhne 0.7 1", "2 Bob 0.8 1");

        // And when it is removed, it stands no longer
        facts.tell(team(contest, ada, 4, "Ada & Söhne", true));
        awaitRows("1 Bob 0.8 1");
    }

    @Test
    void writesCsvWithTheSameRows() {
        begin();
        facts.tell(team(contest, ada, 2, "=1+1,\\\"A\\\"", false));
        facts.tell(scored(contest, ada, "0.7", 2));
        facts.tell(scored(contest, bob, "0.8", 3));
        awaitRows("1 =1+1,\"A\" 0.7 1", "2 Bob 0.8 1");

        Response csv = given().accept("text/csv").get("/api/v1/leaderboards/" + slug);

        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString())
                .isEqualTo("rank,team,score,submissions,acceptedAt,teamId\r\n"
                        + "1,\"'=1+1,\"\"A\"\"\",0.7000,1,2026-11-05T10:00:02.000Z," + ada + "\r\n"
                        + "2,\"Bob\",0.8000,1,2026-11-05T10:00:03.000Z," + bob + "\r\n");
    }

    @Test
    void readsInPartsAndTellsWhenNothingChanged() {
        begin();
        facts.tell(scored(contest, ada, "0.7", 2));
        facts.tell(scored(contest, bob, "0.8", 3));
        facts.tell(scored(contest, cem, "0.9", 3));
        awaitRows("1 Ada 0.7 1", "2 Bob 0.8 1", "3 Cem 0.9 1");

        Response first = given().queryParam("limit", 2).get("/api/v1/leaderboards/" + slug);
        String next = first.jsonPath().getString("next");
        Response second = given().queryParam("cursor", next).get("/api/v1/leaderboards/" + slug);

        assertThat(rows(first)).containsExactly("1 Ada 0.7 1", "2 Bob 0.8 1");
        assertThat(first.jsonPath().getInt("teams")).isEqualTo(3);
        assertThat(rows(second)).containsExactly("3 Cem 0.9 1");
        assertThat(second.jsonPath().getString("next")).isNull();
        String etag = first.header("ETag");
        assertThat(etag).isEqualTo("\"public-1-" + first.jsonPath().getLong("version") + "\"");
        given().header("If-None-Match", etag)
                .get("/api/v1/leaderboards/" + slug)
                .then()
                .statusCode(304);
        given().queryParam("limit", 0)
                .get("/api/v1/leaderboards/" + slug)
                .then()
                .statusCode(400);
        given().queryParam("cursor", "x")
                .get("/api/v1/leaderboards/" + slug)
                .then()
                .statusCode(400);
        given().queryParam("view", "x")
                .get("/api/v1/leaderboards/" + slug)
                .then()
                .statusCode(400);
    }

    @Test
    void hidesBoardsFromWhoMayNotSeeTheContest() {
        facts.tell(contest(contest, slug, 1, "draft", "entrants", "olga"));
        await().untilAsserted(() -> assertThat(status("olga")).isEqualTo(200));
        facts.tell(entrant(contest, "ada", 1, "accepted"));
        facts.tell(entrant(contest, "bob", 1, "invited"));

        // A draft is its organizers' alone
        assertThat(status("ada")).isEqualTo(404);
        assertThat(status(null)).isEqualTo(404);

        // Entrants see it when it is open; who was merely invited, or another organizer, does not
        facts.tell(contest(contest, slug, 2, "open", "entrants", "olga"));
        await().untilAsserted(() -> assertThat(status("ada")).isEqualTo(200));
        assertThat(status("bob")).isEqualTo(404);
        assertThat(status("otto", "organizer")).isEqualTo(404);
        assertThat(status(null)).isEqualTo(404);

        // Invited people see it when that is enough, until they are removed
        facts.tell(contest(contest, slug, 3, "open", "invited", "olga"));
        await().untilAsserted(() -> assertThat(status("bob")).isEqualTo(200));
        facts.tell(entrant(contest, "bob", 2, "removed"));
        await().untilAsserted(() -> assertThat(status("bob")).isEqualTo(404));

        given().get("/api/v1/leaderboards/" + slug + "/events").then().statusCode(404);
    }

    @Test
    void aContestThatNobodyHasHeardOfMayBeOnItsWayForAnOrganizer() {
        Response nobody = given().get("/api/v1/leaderboards/nowhere");
        Response organizer = given().header("Authorization", Tokens.bearer("olga", "organizer"))
                .get("/api/v1/leaderboards/nowhere");

        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(nobody.contentType()).startsWith("application/problem+json");
        assertThat(nobody.jsonPath().getString("type")).isEqualTo("urn:podium:problem:contest-unknown");
        assertThat(organizer.statusCode()).isEqualTo(503);
        assertThat(organizer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void thePrivateBoardOpensWhenAllItsScoresAreHere() {
        // Given
        begin();
        facts.tell(scored(contest, ada, "0.7", 1));
        facts.tell(scored(contest, bob, "0.8", 2));
        awaitRows("1 Ada 0.7 1", "2 Bob 0.8 1");
        assertThat(privateBoard().statusCode()).isEqualTo(409);
        assertThat(privateBoard().jsonPath().getString("type")).isEqualTo("urn:podium:problem:not-revealed");

        // When: completeness is told before the last score
        facts.tell(revealed(contest, ada, "0.9100", 1));
        facts.tell(complete(contest, 2));
        facts.tell(team(contest, cem, 2, "Cem II", false));
        await().pollDelay(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(privateBoard().statusCode()).isEqualTo(409));
        given().get("/api/v1/leaderboards/" + slug + "/events?view=private")
                .then()
                .statusCode(409);
        facts.tell(revealed(contest, bob, "0.9000", 2));

        // Then: both at once
        await().untilAsserted(() -> assertThat(privateBoard().statusCode()).isEqualTo(200));
        assertThat(rows(privateBoard())).containsExactly("1 Bob 0.9 1", "2 Ada 0.91 1");
        assertThat(privateBoard().jsonPath().getLong("version")).isEqualTo(1);
        assertThat(rows(board())).containsExactly("1 Ada 0.7 1", "2 Bob 0.8 1");
    }

    @Test
    void tellsEachVersionOnceAsTheContractSays() {
        begin();
        facts.tell(scored(contest, ada, "0.7", 1));
        awaitRows("1 Ada 0.7 1");
        facts.tell(scored(contest, bob, "0.8", 2));
        awaitRows("1 Ada 0.7 1", "2 Bob 0.8 1");

        try (KafkaEvents standings = KafkaEvents.consume("standings")) {
            standings.await(event ->
                    event.key().equals(contest.toString()) && event.json().contains("\"version\":2"));
            List<ReceivedEvent> told = standings.all().stream()
                    .filter(event -> event.key().equals(contest.toString()))
                    .toList();
            told.forEach(event -> EventContracts.assertValid("StandingsChanged", event.json()));
            assertThat(told).extracting(ReceivedEvent::type).containsOnly("StandingsChanged");
            assertThat(told).hasSize(2);
        }
    }

    @Test
    void showsBandsOfTiesAndNothingElseOfTheStatistics() {
        // Given three scores, of which the statistics say that the first two are tied
        begin();
        UUID adas = Ids.next();
        UUID bobs = Ids.next();
        UUID cems = Ids.next();
        facts.tell(statistics(contest, bob, bobs, 0.81237, 0.8, 0.82));
        facts.tell(scored(contest, ada, adas, new BigDecimal("0.8"), Facts.START));
        facts.tell(scored(contest, bob, bobs, new BigDecimal("0.8124"), Facts.START));
        facts.tell(scored(contest, cem, cems, new BigDecimal("0.9"), Facts.START));
        awaitRows("1 Ada 0.8 1", "2 Bob 0.8124 1", "3 Cem 0.9 1");
        String before = board().header("ETag");

        // When the others' come
        facts.tell(statistics(contest, cem, cems, 0.9, 0.89, 0.91));
        facts.tell(statistics(contest, ada, adas, 0.8, 0.81, 0.79));

        // Then bands are shown soon, though the board has no new version
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(board().jsonPath().getList("standings.band", Integer.class))
                        .containsExactly(1, 1, 2));
        assertThat(board().header("ETag")).isNotEqualTo(before);
        assertThat(board().asString()).doesNotContain("0.81237", "withoutBlock");
        given().header("If-None-Match", before)
                .get("/api/v1/leaderboards/" + slug)
                .then()
                .statusCode(200);
    }

    private void begin() {
        facts.tellAll(List.of(
                contest(contest, slug),
                team(contest, ada, "Ada"),
                team(contest, bob, "Bob"),
                team(contest, cem, "Cem")));
    }

    private Response board() {
        return given().get("/api/v1/leaderboards/" + slug);
    }

    private Response privateBoard() {
        return given().queryParam("view", "private").get("/api/v1/leaderboards/" + slug);
    }

    private int status(@Nullable String subject, String... roles) {
        var request = subject == null
                ? given()
                : given().header(
                                "Authorization",
                                Tokens.bearer(subject, roles.length == 0 ? new String[] {"contestant"} : roles));
        return request.get("/api/v1/leaderboards/" + slug).statusCode();
    }

    private void awaitRows(String... expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rows(board())).containsExactly(expected));
    }

    private static List<String> rows(Response board) {
        if (board.statusCode() != 200) {
            return List.of("status " + board.statusCode());
        }
        return board.jsonPath().getList("standings", Map.class).stream()
                .map(row ->
                        row.get("rank") + " " + row.get("team") + " " + row.get("score") + " " + row.get("submissions"))
                .toList();
    }
}
