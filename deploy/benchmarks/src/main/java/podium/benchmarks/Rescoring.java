package podium.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import podium.local.client.PodiumClient;
import podium.local.client.Rescore;
import podium.local.client.Submission;
import podium.local.platform.Platform;
import podium.local.practice.Await;
import podium.local.practice.PracticeContest;

/**
 * A rescore of 500 submissions of 100,000 rows, as its organizer sees it: from the request to the dry run that is ready, and
 * from there to the versions of all teams being told. Files are read from the store of the local platform, their bytes
 * digested and parsed again; nothing is kept of the first time.
 */
final class Rescoring implements Benchmark {
    private static final int SUBMISSIONS = 500;
    private static final int TEAMS = 4;
    /** Three in ten rows are held out. */
    private static final int RAW_ROWS = 333_400;

    /** Files that differ; more would only take longer to make. */
    private static final int FILES = 25;

    /** Both compilers and a heap as in production, where the local platform wants services that start quickly. */
    private static final List<String> SERVICE_OPTIONS = List.of("-XX:TieredStopAtLevel=4", "-Xmx768m");

    private static final Duration BOUND = Duration.ofMinutes(5);

    @Override
    public String title() {
        return "500 submissions of 100,000 rows scored again, applied";
    }

    @Override
    public String run(PrintStream out, List<String> args) {
        return FreshPlatform.measure(out, SERVICE_OPTIONS, platform -> measure(platform, out));
    }

    private static String measure(Platform platform, PrintStream out) {
        PracticeContest contest = PracticeContest.open(platform.client(), "rescore", RAW_ROWS, SUBMISSIONS, TEAMS);
        int rows = contest.testRows().rows().size();
        out.printf("%n%d submissions of %,d rows by %d teams are being sent%n", SUBMISSIONS, rows, TEAMS);
        List<byte[]> files = IntStream.range(0, FILES)
                .mapToObj(i -> contest.predictions(2 - 0.04 * i, i))
                .toList();
        String[] last = new String[TEAMS];
        for (int i = 0; i < SUBMISSIONS; i++) {
            Submission accepted = contest.players()
                    .get(i % TEAMS)
                    .client()
                    .submit(contest.slug(), files.get(i * FILES / SUBMISSIONS), Duration.ZERO);
            last[i % TEAMS] = accepted.id();
        }
        for (int team = 0; team < TEAMS; team++) {
            PodiumClient client = contest.players().get(team).client();
            String id = last[team];
            Await.until("the scores", BOUND, () -> client.submission(id, Duration.ZERO)
                    .state()
                    .equals("scored"));
        }

        PodiumClient olga = platform.client().as("olga", "olga");
        Map<String, Object> request = Map.of("contest", contest.slug(), "reason", "Benchmark", "metricVersion", 1);
        long begun = System.nanoTime();
        String id = olga.beginRescore(request).id();
        Rescore ready = awaitState(olga, id, "ready");
        long dryRun = System.nanoTime();
        olga.applyRescore(id);
        Rescore applied = awaitState(olga, id, "applied");
        long done = System.nanoTime();
        long scored = ready.progress().done();
        return report(out, rows, scored, (dryRun - begun) / 1e9, (done - dryRun) / 1e9, applied);
    }

    private static Rescore awaitState(PodiumClient client, String id, String state) {
        Await.until("the rescore being " + state, BOUND, () -> client.rescore(id)
                .state()
                .equals(state));
        return client.rescore(id);
    }

    private static String report(
            PrintStream out, int rows, long files, double dryRun, double applying, Rescore applied) {
        double rate = files / dryRun;
        out.printf(Locale.ROOT, "%n%-40s %10.1f s%n", "dry run of " + files + " files", dryRun);
        out.printf(Locale.ROOT, "%-40s %10.1f a second%n", "files", rate);
        out.printf(Locale.ROOT, "%-40s %10.1f s%n%n", "applied, " + applied.scoredCount() + " scores", applying);
        return String.format(
                Locale.ROOT,
                "{\"benchmark\":\"rescore\",\"files_per_s\":%.1f,\"dry_run_s\":%.2f,\"apply_s\":%.2f,\"files\":%d,\"rows\":%d}",
                rate,
                dryRun,
                applying,
                files,
                rows);
    }
}
