package podium.submission.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import podium.kit.test.KafkaEvents;
import podium.kit.test.MovableTime;
import podium.submission.Desk;
import podium.submission.SubmissionBackends;

/**
 * Several clients send random commands to the same contests, while time jumps and events arrive. No answer is a fault, and the
 * history of each contest is a walk along the moves that there are.
 */
@QuarkusTest
@SubmissionBackends
class RandomMovesIT {
    private static final List<String> COMMANDS = List.of(
            "schedule",
            "withdraw",
            "open",
            "pause",
            "resume",
            "close",
            "end",
            "cancel",
            "archive",
            "change",
            "extend",
            "submit",
            "accept",
            "day",
            "private-scores");

    /** Those that end a contest are rarer, or most walks would be short. */
    private static final Set<String> ENDS = Set.of("close", "cancel", "day");

    private static final int CLIENTS = 3;

    @Inject
    MovableTime time;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void no_sequence_of_commands_leads_to_a_forbidden_state_or_a_fault() throws Exception {
        walk(new Random(20061002), 4, 40);
    }

    /** Thousands of commands, with other seeds each time; a failure names its seed. */
    @RepeatedTest(10)
    @EnabledIfSystemProperty(named = "podium.lifecycle.thorough", matches = "true")
    void no_long_sequence_does_either() throws Exception {
        walk(new Random(), 8, 100);
    }

    private void walk(Random random, int contests, int commands) throws Exception {
        long seed = random.nextLong();
        List<Desk.OpenContest> places = new ArrayList<>();
        for (int i = 0; i < contests; i++) {
            String slug = Desk.newSlug();
            UUID id = Desk.draft(Desk.definition(slug)
                    .replaceFirst("\"closesAt\"", "\"opensAt\": \"" + time.now().minusSeconds(1) + "\", \"closesAt\""));
            Desk.release(id, slug);
            places.add(new Desk.OpenContest(id, slug));
        }
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random own = new Random(seed + i);
                clients.add(() -> {
                    for (int n = 0; n < commands; n++) {
                        Desk.OpenContest place = places.get(own.nextInt(places.size()));
                        String command = COMMANDS.get(own.nextInt(COMMANDS.size()));
                        if (!ENDS.contains(command) || own.nextInt(6) == 0) {
                            send(place, command, own);
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> client : threads.invokeAll(clients)) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + seed, e.getCause());
        }
        for (Desk.OpenContest place : places) {
            assertThat(walkOf(place)).as("seed %d", seed).allMatch(RandomMovesIT::possible);
        }
    }

    private void send(Desk.OpenContest place, String command, Random random) {
        switch (command) {
            case "day" -> time.move(Duration.ofDays(1 + random.nextInt(10)));
            case "private-scores" ->
                KafkaEvents.publish(
                        "scores", place.id().toString(), "PrivateScoresComplete", """
                        {"contestId": "%s", "count": 0, "completedAt": "2026-12-01T12:01:00.300Z"}
                        """.formatted(place.id()));
            default -> {
                Response answer = answer(place, command, random);
                assertThat(answer.statusCode())
                        .as(command + ": " + answer.asString())
                        .isLessThan(500);
            }
        }
    }

    private static Response answer(Desk.OpenContest place, String command, Random random) {
        return switch (command) {
            case "change", "extend" -> {
                Map<String, Object> rules = new HashMap<>(
                        Desk.organizer("olga").get(place.path("")).jsonPath().getMap("definition"));
                rules.put("title", "Title " + random.nextInt(1000));
                if (command.equals("extend")) {
                    rules.put("closesAt", "2099-01-01T00:00:00Z");
                }
                yield Desk.organizer("olga")
                        .contentType("application/json")
                        .body(rules)
                        .put(place.path(""));
            }
            case "submit" -> place.send("ada", "id,class\n1,0." + random.nextInt(1_000_000) + "\n");
            case "accept" ->
                Desk.contestant("ada")
                        .contentType("application/json")
                        .body(Map.of("version", 1, "sha256", Desk.sha256(Desk.bytes("Be fair."))))
                        .post(place.path("/acceptances"));
            case "pause", "end", "cancel" ->
                Desk.organizer("olga")
                        .contentType("application/json")
                        .body(Map.of("reason", "Because."))
                        .post(place.path("/" + command));
            default -> Desk.organizer("olga").post(place.path("/" + command));
        };
    }

    /** The moves that the history of the contest tells of, each beginning where the one before ended. */
    private static List<String> walkOf(Desk.OpenContest place) {
        String state = Desk.organizer("olga").get(place.path("")).jsonPath().getString("state");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> state.equals(history(place)
                        .getString("items.data.findAll { it.to != null }.to.with { it ? it.last() : 'draft' }")));
        List<String> walk = new ArrayList<>();
        String at = "draft";
        for (Map<String, String> data :
                history(place).<Map<String, String>>getList("items.findAll { it.kind == 'state-changed' }.data")) {
            assertThat(data.get("from")).isEqualTo(at);
            at = String.valueOf(data.get("to"));
            walk.add(data.get("from") + " " + data.get("move") + " " + at);
        }
        assertThat(at).isEqualTo(state);
        return walk;
    }

    private static JsonPath history(Desk.OpenContest place) {
        return Desk.organizer("olga").get(place.path("/history?limit=1000")).jsonPath();
    }

    private static boolean possible(String step) {
        Set<String> steps = Arrays.stream(Move.values())
                .flatMap(move -> Arrays.stream(ContestState.values())
                        .filter(move::possibleIn)
                        .map(from -> from.wire() + " " + move.word() + " "
                                + move.to(false).wire()))
                .collect(Collectors.toCollection(TreeSet::new));
        return steps.contains(step);
    }
}
