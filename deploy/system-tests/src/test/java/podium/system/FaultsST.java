package podium.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podium.local.client.Board;
import podium.local.client.BoardStream;
import podium.local.client.Call;
import podium.local.client.Submission;
import podium.local.platform.Component;
import podium.local.platform.Platform;
import podium.local.practice.PracticeContest;

/** Every process is killed once, each in the middle of a stream of submissions; nothing is lost and nothing counts twice. */
class FaultsST {
    private static final int SUBMISSIONS = 300;
    private static final int SENDERS = 4;
    private static final int MALFORMED_EVERY = 50;
    private static final List<Component> VICTIMS = List.of(
            Component.SCORING, Component.LEADERBOARD, Component.SUBMISSION, Component.KAFKA, Component.POSTGRES);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SETTLED = Duration.ofMinutes(4);

    private record Sent(String predictions, boolean malformed, Submission accepted) {
        byte[] file() {
            return predictions.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void nothingIsLostAndNothingCountsTwiceWhenEveryProcessIsKilledOnce() throws Exception {
        // Given an open contest and someone who watches its board
        Platform platform = SharedPlatform.get();
        PracticeContest contest = PracticeContest.open(
                platform.client(), "faults", 1_500, SUBMISSIONS, PracticeContest.CONTESTANTS.size());
        StreamRecord seen = new StreamRecord();
        List<Sent> sent;

        try (BoardStream stream = platform.client().follow(contest.slug(), seen::take)) {
            await().atMost(PATIENCE).until(() -> stream.connections() > 0);

            // When each process dies once in the middle of the stream
            sent = sendWhileKilling(platform, contest);

            // Then every submission ends, exactly as its file deserves
            List<Submission> ended = awaitAllTerminal(contest, sent);
            assertThat(ended).hasSize(SUBMISSIONS);
            Truth truth = Truth.of(contest, platform);
            assertThat(truth.publicRows()).isPositive();
            assertOutcomes(sent, ended, truth);
            assertThat(platform.client().contest(contest.slug()).acceptedSubmissions())
                    .isEqualTo(SUBMISSIONS);

            // and the board is the one that anyone would compute
            List<Row> expected = expectedBoard(contest, sent, truth);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            rows(platform.client().patient(PATIENCE).board(contest.slug(), "public")))
                    .isEqualTo(expected));

            // and the watcher saw every version once, in order, with at least one broken connection
            Board board = platform.client().board(contest.slug(), "public");
            await().atMost(PATIENCE).until(() -> seen.versions().getLast() >= board.version());
            List<Long> versions = seen.versions();
            assertThat(versions)
                    .isEqualTo(LongStream.rangeClosed(versions.getFirst(), versions.getLast())
                            .boxed()
                            .toList());
            assertThat(seen.count("snapshot")).isEqualTo(1);
            assertThat(stream.connections()).isGreaterThan(1);
        }
    }

    private static List<Sent> sendWhileKilling(Platform platform, PracticeContest contest) throws Exception {
        ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
        int segment = SUBMISSIONS / (VICTIMS.size() + 1);
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int part = 0; part <= VICTIMS.size(); part++) {
                List<Future<?>> running = new ArrayList<>();
                AtomicInteger done = new AtomicInteger();
                for (int i = part * segment; i < (part + 1) * segment; i++) {
                    int number = i;
                    running.add(senders.submit(() -> {
                        sent.add(send(contest, number));
                        done.incrementAndGet();
                    }));
                }
                if (part < VICTIMS.size()) {
                    Component victim = VICTIMS.get(part);
                    await().atMost(PATIENCE).until(() -> done.get() >= segment / 3);
                    long pid = platform.pid(victim);
                    platform.kill(victim);
                    finish(running);
                    await().atMost(PATIENCE).until(() -> platform.pid(victim) != pid);
                    platform.awaitUp(victim, PATIENCE);
                } else {
                    finish(running);
                }
            }
        }
        return List.copyOf(sent);
    }

    private static void finish(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (Future<?> future : running) {
            future.get();
        }
    }

    private static Sent send(PracticeContest contest, int number) {
        PracticeContest.Player player =
                contest.players().get(number % contest.players().size());
        boolean malformed = number % MALFORMED_EVERY == MALFORMED_EVERY - 1;
        String good = new String(contest.predictions(1.5 - number * 0.004, number), StandardCharsets.UTF_8);
        String file = malformed ? good.replaceFirst(",-?[0-9.]+\n", ",n/a\n") : good;
        Submission accepted = player.client()
                .patient(PATIENCE)
                .submit(contest.slug(), file.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
        return new Sent(file, malformed, accepted);
    }

    private static List<Submission> awaitAllTerminal(PracticeContest contest, List<Sent> sent) {
        Map<String, PracticeContest.Player> players = contest.players().stream()
                .collect(Collectors.toMap(player -> player.team().id(), Function.identity()));
        List<Submission> ended = new ArrayList<>();
        for (Sent one : sent) {
            PracticeContest.Player player =
                    Objects.requireNonNull(players.get(one.accepted().team()));
            await().atMost(SETTLED).pollDelay(Duration.ZERO).until(() -> player.client()
                    .patient(PATIENCE)
                    .submission(one.accepted().id(), Duration.ofSeconds(10))
                    .terminal());
            ended.add(player.client().submission(one.accepted().id(), Duration.ZERO));
        }
        return ended;
    }

    private static void assertOutcomes(List<Sent> sent, List<Submission> ended, Truth truth) {
        assertThat(sent.stream().map(one -> one.accepted().id())).doesNotHaveDuplicates();
        Map<String, List<Integer>> ordinals = ended.stream()
                .collect(Collectors.groupingBy(
                        Submission::team, Collectors.mapping(Submission::ordinal, Collectors.toList())));
        ordinals.values().forEach(numbers -> assertThat(numbers.stream().sorted())
                .isEqualTo(Stream.iterate(1, n -> n + 1).limit(numbers.size()).toList()));
        for (int i = 0; i < sent.size(); i++) {
            Sent one = sent.get(i);
            Submission end = ended.get(i);
            assertThat(end.state()).isEqualTo(one.malformed() ? "rejected" : "scored");
            if (!one.malformed()) {
                assertThat(end.releasedScore()).isEqualByComparingTo(truth.publicScore(one.file()));
            }
        }
    }

    private record Row(int rank, String team, String score, int submissions) {}

    private static List<Row> rows(Board board) {
        return board.standings().stream()
                .map(row -> new Row(row.rank(), row.teamId(), text(row.score()), row.submissions()))
                .toList();
    }

    private static String text(BigDecimal score) {
        return score.setScale(4).toPlainString();
    }

    private record Best(String team, BigDecimal score, String acceptedAt, int submissions) {}

    /** Best score of each team, the earliest acceptance first among equals. */
    private static List<Row> expectedBoard(PracticeContest contest, List<Sent> sent, Truth truth) {
        Map<String, List<Sent>> byTeam = sent.stream()
                .filter(one -> !one.malformed())
                .collect(Collectors.groupingBy(one -> one.accepted().team()));
        List<Best> bests = byTeam.entrySet().stream()
                .map(entry -> entry.getValue().stream()
                        .map(one -> new Best(
                                entry.getKey(),
                                truth.publicScore(one.file()),
                                acceptedAt(contest, one),
                                entry.getValue().size()))
                        .min(Comparator.comparing(Best::score).thenComparing(Best::acceptedAt))
                        .orElseThrow())
                .sorted(Comparator.comparing(Best::score).thenComparing(Best::acceptedAt))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Best best : bests) {
            rows.add(new Row(rows.size() + 1, best.team(), text(best.score()), best.submissions()));
        }
        return rows;
    }

    private static String acceptedAt(PracticeContest contest, Sent one) {
        return contest.players().stream()
                .filter(player -> player.team().id().equals(one.accepted().team()))
                .findFirst()
                .orElseThrow()
                .client()
                .send(Call.get("/api/v1/submissions/" + one.accepted().id()))
                .json()
                .path("receipt")
                .path("acceptedAt")
                .asText();
    }
}
