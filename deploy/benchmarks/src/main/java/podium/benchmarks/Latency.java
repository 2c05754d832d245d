package podium.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import podium.local.client.BoardStream;
import podium.local.client.Call;
import podium.local.client.PodiumClient;
import podium.local.client.ServerEvent;
import podium.local.client.Submission;
import podium.local.platform.Platform;
import podium.local.practice.Await;
import podium.local.practice.PracticeContest;

/**
 * From the acceptance of a submission ({@code acceptedAt} on its receipt, the database's clock) to the arrival of the board's
 * event that shows it at a client of the stream (the clock of the same machine), on an idle platform: one submission of 5,000
 * rows after the other, each of which improves its team's standing.
 */
final class Latency implements Benchmark {
    private static final int WARM_UP = 40;
    private static final int MEASURED = 100;
    private static final int TEAMS = 4;
    /** Three in ten rows are held out. */
    private static final int RAW_ROWS = 16_700;

    private static final double FIRST_ERROR = 2.0;
    private static final double STEP = 0.013;
    private static final Duration BOUND = Duration.ofSeconds(30);
    /** Longer than the pace of the board, so that no version is held back for the one before. */
    private static final Duration IDLE = Duration.ofMillis(400);

    private final Clock clock = Clock.systemUTC();

    private record Arrival(ServerEvent event, Instant at) {}

    @Override
    public String title() {
        return "from acceptance to the board's event, on an idle platform";
    }

    @Override
    public String run(PrintStream out, List<String> args) {
        return FreshPlatform.measure(out, List.of(), platform -> measure(platform, out));
    }

    private String measure(Platform platform, PrintStream out) {
        PracticeContest contest =
                PracticeContest.open(platform.client(), "latency", RAW_ROWS, WARM_UP + MEASURED, TEAMS);
        int rows = contest.testRows().rows().size();
        out.printf("%n%d submissions of %,d rows by %d teams, after %d to warm up%n", MEASURED, rows, TEAMS, WARM_UP);
        LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
        List<Double> total = new ArrayList<>();
        List<Double> scoring = new ArrayList<>();
        try (BoardStream stream =
                platform.client().follow(contest.slug(), event -> arrivals.add(new Arrival(event, clock.instant())))) {
            Await.until("the board's stream", BOUND, () -> stream.connections() > 0);
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                PracticeContest.Player player = contest.players().get(i % TEAMS);
                Submission accepted = player.client()
                        .submit(contest.slug(), contest.predictions(FIRST_ERROR - STEP * i, i), Duration.ZERO);
                Arrival arrival = awaitArrival(arrivals, accepted.team(), i / TEAMS + 1);
                if (i >= WARM_UP) {
                    JsonNode steps = steps(player.client(), accepted.id());
                    total.add(millis(at(steps, "accepted"), arrival.at()));
                    scoring.add(millis(at(steps, "accepted"), at(steps, "scored")));
                }
                idle();
            }
        }
        return report(out, rows, new Percentiles(total), new Percentiles(scoring));
    }

    private static String report(PrintStream out, int rows, Percentiles total, Percentiles scoring) {
        out.printf("%n%-28s %8s %8s %8s %8s%n", "milliseconds", "p50", "p90", "p99", "max");
        row(out, "acceptance to score", scoring);
        row(out, "acceptance to board's event", total);
        out.println();
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"latency\",\"p50_ms\":%.1f,\"p90_ms\":%.1f,\"p99_ms\":%.1f,\"max_ms\":%.1f,\"n\":%d,\"rows\":%d}",
                total.at(0.5),
                total.at(0.9),
                total.at(0.99),
                total.at(1),
                total.n(),
                rows);
    }

    private static void row(PrintStream out, String what, Percentiles p) {
        out.printf(Locale.ROOT, "%-28s %8.1f %8.1f %8.1f %8.1f%n", what, p.at(0.5), p.at(0.9), p.at(0.99), p.at(1));
    }

    /** Waits for the version that shows the team's nth score. */
    private static Arrival awaitArrival(LinkedBlockingQueue<Arrival> arrivals, String team, int submissions) {
        try {
            while (true) {
                Arrival arrival = arrivals.poll(BOUND.toSeconds(), TimeUnit.SECONDS);
                if (arrival == null) {
                    throw new IllegalStateException("The board did not show submission " + submissions
                            + " of a team in " + BOUND.toSeconds() + " s.");
                }
                for (var change : arrival.event().json().path("changes")) {
                    if (change.path("teamId").asText().equals(team)
                            && change.path("submissions").asInt() >= submissions) {
                        return arrival;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    private static JsonNode steps(PodiumClient client, String submission) {
        client.submission(submission, BOUND);
        return client.send(Call.get("/api/v1/submissions/" + submission)).json().path("steps");
    }

    private static Instant at(JsonNode steps, String step) {
        for (JsonNode one : steps) {
            if (one.path("step").asText().equals(step)) {
                return Instant.parse(one.path("at").asText());
            }
        }
        throw new IllegalStateException("No step " + step + " in " + steps);
    }

    private static void idle() {
        try {
            Thread.sleep(IDLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
