package podium.local.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import podium.local.client.Board;
import podium.local.client.BoardStream;
import podium.local.client.PodiumClient;
import podium.local.client.Team;

/**
 * A whole contest in half a minute: two organizers bring real data through the privacy gate, eight teams compete, the
 * board is shown as it changes, the private board decides. Everything goes through the public API, with real tokens.
 */
public final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI origin;
    private final PodiumClient anyone;
    private final Clock clock;
    private final Screen screen;

    /**
     * A demo.
     *
     * @param origin a running platform with the people of the local realm
     * @param clock tells when the contest will close at the latest
     * @param screen where it is shown
     */
    public Demo(URI origin, Clock clock, Screen screen) {
        this.origin = origin;
        this.anyone = PodiumClient.at(origin);
        this.clock = clock;
        this.screen = screen;
    }

    /**
     * Plays it.
     *
     * @throws DemoException if the platform does not do what it should
     * @throws podium.local.client.ApiException if it answers with an error
     */
    public void play() {
        long began = System.nanoTime();
        Preparation preparation = new Preparation(anyone, clock, screen);
        String slug = preparation.open();

        screen.title("Eight teams compete, and the board is live");
        LiveView view = new LiveView(screen);
        List<Competitor.Result> results;
        Board before;
        Board decides;
        try (BoardStream _ = anyone.follow(slug, view::take)) {
            await("the board's stream", view.connected());
            results = compete(slug);
            before = Waiting.until(
                    "all scores on the board",
                    PATIENCE,
                    () -> anyone.board(slug, "public"),
                    board -> complete(board, results));
            screen.settle();
            screen.line("  " + view.versions() + " versions of the board");

            screen.title("The contest closes, and the private board decides");
            preparation.olga().close(slug);
            await("the private scores", view.revealed());
            decides = anyone.board(slug, "private");
        }
        BoardTable.shakeUp(decides, before).forEach(screen::line);
        FinalBoard.check(decides, results.stream().map(Competitor.Result::team).toList());
        screen.line("  The winner is %s. Played in %.1f s."
                .formatted(decides.standings().getFirst().team(), (System.nanoTime() - began) / 1e9));
        links(slug);
    }

    private List<Competitor.Result> compete(String slug) {
        List<Competitor> competitors = Contestants.all().stream()
                .map(who -> new Competitor(who, anyone, slug, screen))
                .toList();
        List<Team> teams = competitors.stream().map(Competitor::enter).toList();
        screen.line("  " + teams.size() + " people accepted the terms and founded a team each");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Competitor.Result>> running = new ArrayList<>();
            for (int i = 0; i < competitors.size(); i++) {
                Competitor competitor = competitors.get(i);
                Team team = teams.get(i);
                running.add(CompletableFuture.supplyAsync(() -> competitor.compete(team), threads));
            }
            return running.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : e;
        }
    }

    private static boolean complete(Board board, List<Competitor.Result> results) {
        return results.stream().allMatch(result -> board.standings().stream()
                .anyMatch(row -> row.teamId().equals(result.team().id()) && row.submissions() >= result.scored()));
    }

    private static void await(String what, CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new DemoException("Waited " + PATIENCE.toSeconds() + " s in vain for " + what + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Interrupted while waiting for " + what + ".");
        }
    }

    private void links(String slug) {
        String board = origin + "/api/v1/leaderboards/" + slug;
        screen.title("To look at");
        screen.line("  the contest          " + origin + "/api/v1/contests/" + slug);
        screen.line("  the board            " + board + "?view=public");
        screen.line("  the one that decided " + board + "?view=private");
        screen.line("  as CSV               curl -H 'Accept: text/csv' '" + board + "?view=private'");
        screen.line("  its stream           curl -N " + board + "/events");
        screen.line("  the whole API        " + origin + "/openapi.json");
        screen.line("  how everything is    " + origin + "/status");
    }
}
