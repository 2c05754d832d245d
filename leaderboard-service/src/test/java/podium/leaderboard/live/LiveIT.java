package podium.leaderboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podium.leaderboard.fixture.Facts.complete;
import static podium.leaderboard.fixture.Facts.contest;
import static podium.leaderboard.fixture.Facts.revealed;
import static podium.leaderboard.fixture.Facts.scored;
import static podium.leaderboard.fixture.Facts.team;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.id.Ids;
import podium.leaderboard.fixture.Facts;
import podium.leaderboard.fixture.SseClient;
import podium.leaderboard.fixture.SseClient.Received;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class LiveIT {

    @Inject
    MeterRegistry meters;

    private final Facts facts = new Facts();
    private final UUID contest = Ids.next();
    private final String slug = "live-" + contest;
    private final List<UUID> teams =
            IntStream.range(0, 10).mapToObj(_ -> Ids.next()).toList();

    @BeforeEach
    void begin() {
        List<Facts.Fact> start = new ArrayList<>();
        start.add(contest(contest, slug));
        for (int i = 0; i < teams.size(); i++) {
            start.add(team(contest, teams.get(i), "Team " + i));
        }
        facts.tellAll(start);
        await().until(() -> board().statusCode() == 200);
    }

    @AfterEach
    void close() {
        facts.close();
    }

    @Test
    void beginsWithTheBoardAndGoesOnWithEachVersion() throws InterruptedException {
        try (SseClient client = open(null)) {
            Received snapshot = client.event();
            assertThat(snapshot.name()).isEqualTo("snapshot");
            assertThat(snapshot.id()).isEqualTo("1-0");
            assertThat(snapshot.retry()).isEqualTo(1000);
            assertThat(JsonPath.from(snapshot.data()).getList("standings")).isEmpty();

            facts.tell(scored(contest, teams.get(0), "0.9", 1));
            Received first = client.event();
            facts.tell(scored(contest, teams.get(1), "0.8", 2));
            Received second = client.event();
            facts.tell(scored(contest, teams.get(0), "0.7", 3));
            Received third = client.event();

            assertThat(List.of(first, second, third)).extracting(Received::name).containsOnly("standings");
            assertThat(List.of(first, second, third)).extracting(Received::id).containsExactly("1-1", "1-2", "1-3");
            JsonPath change = JsonPath.from(third.data());
            assertThat(change.getString("contest")).isEqualTo(slug);
            assertThat(change.getString("view")).isEqualTo("public");
            assertThat(change.getInt("teams")).isEqualTo(2);
            assertThat(change.getList("changes")).hasSize(1);
            assertThat(change.getInt("changes[0].rank")).isEqualTo(1);
            assertThat(change.getInt("changes[0].previousRank")).isEqualTo(2);
            assertThat(change.getString("changes[0].team")).isEqualTo("Team 0");
            assertThat(change.getInt("changes[0].submissions")).isEqualTo(2);
            assertThat(JsonPath.from(first.data()).getString("changes[0].previousRank"))
                    .isNull();
        }
    }

    @Test
    void aClientThatComesAndGoesSeesEveryVersionOnce() throws InterruptedException {
        // Given a snapshot to start from, and a stream of scores that goes on meanwhile
        Random random = new Random(42);
        Received start;
        try (SseClient client = open(null)) {
            start = client.event();
        }
        List<String> seen = new ArrayList<>();
        String last = start.id();
        Thread teller = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 60; i++) {
                facts.tell(scored(contest, teams.get(i % 10), "0." + (9000 - i), i));
                LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
            }
        });

        // When it hangs up after some events, or in the middle of them, and comes back with the last one it has seen
        while (teller.isAlive() || submissions() < 60 || !("1-" + version()).equals(last)) {
            try (SseClient client = open(last)) {
                int events = random.nextInt(4);
                Received received;
                for (int i = 0; i < events; i++) {
                    received =
                            client.next(Duration.ofMillis(random.nextInt(400))).orElse(null);
                    if (received != null && !received.data().isEmpty()) {
                        assertThat(received.name()).isEqualTo("standings");
                        seen.add(received.id());
                        last = received.id();
                    }
                }
            }
        }

        // Then
        long newest = version();
        assertThat(newest).isBetween(8L, 60L);
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, newest)
                        .mapToObj(version -> "1-" + version)
                        .toList());
    }

    @Test
    void whoHasSeenAnotherEpochOrNothingUsefulStartsAnew() throws InterruptedException {
        facts.tell(scored(contest, teams.get(0), "0.9", 1));
        await().until(() -> version() == 1);
        for (String lastEventId : new String[] {"rubbish", "0-7", null}) {
            try (SseClient client = open(lastEventId)) {
                Received first = client.event();
                assertThat(first.name()).isEqualTo("snapshot");
                assertThat(first.id()).isEqualTo("1-1");
            }
        }
    }

    @Test
    void whoIsAheadOfTheReplicaWaitsForIt() throws InterruptedException {
        facts.tell(scored(contest, teams.get(0), "0.9", 1));
        await().until(() -> version() == 1);
        try (SseClient client = open("1-2")) {
            // Version 2 is one that it has seen; when it comes here it must not be sent again
            facts.tell(scored(contest, teams.get(0), "0.8", 2));
            await().until(() -> version() == 2);
            facts.tell(scored(contest, teams.get(0), "0.7", 3));
            assertThat(client.event().id()).isEqualTo("1-3");
        }
    }

    @Test
    void showsSignsOfLifeAndCountsClients() throws InterruptedException {
        double before = meters.get("podium.stream.clients").gauge().value();
        SseClient client = open(null);
        client.event();
        assertThat(meters.get("podium.stream.clients").gauge().value()).isEqualTo(before + 1);

        Received beat = client.next(Duration.ofSeconds(5)).orElseThrow();
        assertThat(beat.comment()).isEqualTo("heartbeat");
        assertThat(beat.data()).isEmpty();

        client.close();
        await().untilAsserted(() ->
                assertThat(meters.get("podium.stream.clients").gauge().value()).isEqualTo(before));
    }

    @Test
    void tellsWhenThePrivateBoardOpens() throws InterruptedException {
        facts.tell(scored(contest, teams.get(0), "0.9", 1));
        await().until(() -> version() == 1);
        try (SseClient client = open(null)) {
            assertThat(client.event().name()).isEqualTo("snapshot");

            facts.tell(complete(contest, 1));
            facts.tell(revealed(contest, teams.get(0), "0.91", 1));

            Received revealed = client.event();
            assertThat(revealed.name()).isEqualTo("revealed");
            assertThat(revealed.id()).isEmpty();
            assertThat(JsonPath.from(revealed.data()).getString("view")).isEqualTo("private");
            assertThat(JsonPath.from(revealed.data()).getInt("teams")).isEqualTo(1);
        }
        try (SseClient late = open("1-1")) {
            assertThat(late.event().name()).isEqualTo("revealed");
        }
    }

    private SseClient open(@Nullable String lastEventId) {
        return SseClient.open(URI.create("http://localhost:" + RestAssured.port + path() + "/events"), lastEventId);
    }

    private String path() {
        return "/api/v1/leaderboards/" + slug;
    }

    private Response board() {
        return RestAssured.get(path());
    }

    private long version() {
        return board().jsonPath().getLong("version");
    }

    private int submissions() {
        return board().jsonPath().<Integer>getList("standings.submissions").stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
