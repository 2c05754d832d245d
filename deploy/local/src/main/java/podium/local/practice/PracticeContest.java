package podium.local.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import podium.local.client.Contest;
import podium.local.client.Dataset;
import podium.local.client.PodiumClient;
import podium.local.client.Team;

/**
 * An open contest on made-up data, brought there through the public API: y = 3 a - 2 b + c by region, to be predicted with
 * the smallest RMSE. Who knows the rule knows every label, so that a test can make predictions of any quality. Every score
 * is released, so that a test knows what the board has to show without playing the Ladder.
 */
public final class PracticeContest {
    /** The people of the local platform who compete; their passwords are their names. */
    public static final List<String> CONTESTANTS = List.of("ada", "bob", "cem", "dia", "eve", "fay", "gil", "hana");

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final List<String> REGIONS = List.of("north", "east", "south", "west");
    private static final List<String> AGES = List.of("18-29", "30-44", "45-59", "60-74", "75+");

    private final String slug;
    private final String contestId;
    private final List<Player> players;
    private final TestRows testRows;

    private PracticeContest(String slug, String contestId, List<Player> players, TestRows testRows) {
        this.slug = slug;
        this.contestId = contestId;
        this.players = players;
        this.testRows = testRows;
    }

    /**
     * Someone who takes part.
     *
     * @param client speaks as that person
     * @param team the team of one
     */
    public record Player(PodiumClient client, Team team) {}

    /**
     * Brings a contest from nothing to open, with teams in it.
     *
     * @param anyone the platform
     * @param slug a free name
     * @param rows how many rows the raw data have; three in ten are held out
     * @param perDay submissions a team may send in a day
     * @param teams how many of {@link #CONTESTANTS} take part
     * @return the open contest
     */
    public static PracticeContest open(PodiumClient anyone, String slug, int rows, int perDay, int teams) {
        PodiumClient olga = anyone.as("olga", "olga");
        PodiumClient otto = anyone.as("otto", "otto");
        Contest contest = olga.createContest(definition(slug, perDay));
        olga.organizers(slug, List.of(olga.subject(), otto.subject()));
        release(slug, rows, olga, otto);
        Await.until("the release of " + slug, LONG, () -> "released"
                .equals(olga.contest(slug).data()));
        olga.open(slug);

        List<Player> players = new ArrayList<>();
        for (String name : CONTESTANTS.subList(0, teams)) {
            PodiumClient client = anyone.as(name, name);
            client.accept(slug, client.terms(slug));
            players.add(new Player(client, client.createTeam(slug, "Team " + name)));
        }
        byte[] test = (players.isEmpty() ? olga : players.getFirst().client()).download(slug, "test.csv");
        return new PracticeContest(slug, contest.id(), List.copyOf(players), TestRows.parse(test));
    }

    private static void release(String slug, int rows, PodiumClient olga, PodiumClient otto) {
        olga.uploadRaw(slug, gzip(raw(rows)));
        olga.plan(
                slug,
                Map.of(
                        "columns",
                        List.of(
                                Map.of("name", "customer", "class", "direct-identifier"),
                                Map.of("name", "region", "class", "quasi-identifier", "level", 0),
                                Map.of("name", "age", "class", "quasi-identifier", "level", 0),
                                Map.of("name", "a", "class", "feature"),
                                Map.of("name", "b", "class", "feature"),
                                Map.of("name", "y", "class", "label")),
                        "k",
                        11,
                        "suppressionLimit",
                        0.05,
                        "holdout",
                        Map.of("share", 0.3, "publicShare", 0.3)));
        Await.until("the anonymization of " + slug, LONG, () -> !olga.dataset(slug, LONG)
                .state()
                .equals("processing"));
        Dataset data = olga.dataset(slug, Duration.ZERO);
        Dataset.Report report = data.report();
        if (report == null || !data.state().equals("awaiting-approval")) {
            throw new IllegalStateException("The practice data should pass the gate, but are " + data);
        }
        olga.approve(slug, report.reportSha256());
        otto.approve(slug, report.reportSha256());
    }

    /** The contest's name in URLs. */
    public String slug() {
        return slug;
    }

    /** The contest's id. */
    public String contestId() {
        return contestId;
    }

    /** Who takes part. */
    public List<Player> players() {
        return players;
    }

    /** The rows to predict. */
    public TestRows testRows() {
        return testRows;
    }

    /**
     * A complete prediction file.
     *
     * @param error standard deviation of the error added to the truth, so about its RMSE
     * @param seed of the error
     * @return CSV
     */
    public byte[] predictions(double error, long seed) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("id,y\n");
        for (TestRows.Row row : testRows.rows()) {
            csv.append(row.id())
                    .append(',')
                    .append(decimal(truth(row.region(), row.a(), row.b()) + error * random.nextGaussian()))
                    .append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    static double truth(String region, double a, double b) {
        return 3 * a - 2 * b + REGIONS.indexOf(region);
    }

    private static String raw(int rows) {
        Random random = new Random(20_060_102);
        StringBuilder csv = new StringBuilder("customer,region,age,a,b,y\n");
        for (int i = 0; i < rows; i++) {
            String region = REGIONS.get(random.nextInt(REGIONS.size()));
            String age = AGES.get(random.nextInt(AGES.size()));
            String a = decimal(random.nextDouble());
            String b = decimal(random.nextDouble());
            double y = truth(region, Double.parseDouble(a), Double.parseDouble(b));
            csv.append("customer-")
                    .append(i)
                    .append(',')
                    .append(region)
                    .append(',')
                    .append(age)
                    .append(',');
            csv.append(a).append(',').append(b).append(',').append(decimal(y)).append('\n');
        }
        return csv.toString();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The definition of a contest about a number {@code y}, measured by RMSE, that never closes by itself.
     *
     * @param perDay how many submissions a day a team has
     */
    public static String definition(String slug, int perDay) {
        return """
                slug: %s
                title: Practice
                description: Predict y of made-up rows.
                timeZone: UTC
                closesAt: 2099-12-31T23:59:59Z
                visibility: public
                task:
                  target: y
                  kind: number
                  metric: rmse
                  decimals: 4
                submissions:
                  perDay: %d
                  finalSelections: 2
                  graceSeconds: 0
                board:
                  release: rounded
                teams:
                  maxSize: 1
                terms:
                  text: This contest is practice. Nothing can be won.
                """.formatted(slug, perDay);
    }
}
