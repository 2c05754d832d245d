package podium.scoring.scoring;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.id.Ids;
import podium.kit.test.Tokens;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;

/** From scored files to flags that organizers review. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
@TestProfile(GivenSolutions.Profile.class)
class IntegrityIT {
    private static final int ROWS = 2000;
    private static final String FLAGS = "/api/v1/integrity-flags";

    private final SplittableRandom random = new SplittableRandom(11);
    private final double[] signal = normal(1);

    @Inject
    ScoringScene scene;

    @Inject
    GivenSolutions solutions;

    @BeforeEach
    void isOpen() {
        scene.isKnown();
        int[] ids = IntStream.rangeClosed(1, ROWS).toArray();
        byte[] cells = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            cells[row] = Solution.cell(row % 2 == 0 ? Solution.PUBLIC : Solution.PRIVATE, row / 2 % 64);
        }
        solutions.give(
                new Solution(scene.contest, Ids.next(), ids, new Labels.Numbers(plus(signal, normal(0.5))), cells));
    }

    @Test
    void aCopyIsFlaggedHoweverItIsWritten() {
        double[] model = model();
        UUID original = submits(Ids.next(), 1, csv(model));
        String copied = IntStream.iterate(ROWS - 1, row -> row >= 0, row -> row - 1)
                .mapToObj(row -> "\"%d\",%se0\r\n".formatted(row + 1, model[row]))
                .collect(joining("", "id,y\r\n", ""));

        UUID copy = submits(Ids.next(), 1, copied);

        isCompared(2);
        flags("")
                .body("items.kind", contains("identical"))
                .body("items[0].submissions.submissionId", containsInAnyOrder(original.toString(), copy.toString()))
                .body("items[0].submissionCount", equalTo(2))
                .body("items[0].facts.rows", equalTo(ROWS))
                .body("items[0].reviewed", equalTo(false));
    }

    @Test
    void aTeamMayRepeatItselfAndAConstantIsNobodys() {
        UUID team = Ids.next();
        double[] model = model();
        submits(team, 1, csv(model));
        submits(team, 2, csv(model));
        submits(Ids.next(), 1, csv(new double[ROWS]));
        submits(Ids.next(), 1, csv(new double[ROWS]));

        isCompared(4);
        flags("").body("items", hasSize(0));
    }

    @Test
    void aStretchedCopyIsFlaggedAndHonestModelsAreNot() {
        double[] model = model();
        UUID original = submits(Ids.next(), 1, csv(model));
        for (int honest = 0; honest < 5; honest++) {
            submits(Ids.next(), 1, csv(model()));
        }
        isCompared(6);
        flags("").body("items", hasSize(0));

        UUID copy = submits(
                Ids.next(), 1, csv(Arrays.stream(model).map(x -> x / 2 + 1).toArray()));

        isCompared(7);
        flags("")
                .body("items.kind", contains("residual-correlation"))
                .body("items[0].submissions.submissionId", containsInAnyOrder(original.toString(), copy.toString()))
                .body("items[0].facts.residual.correlation", greaterThan(0.9999f))
                .body("items[0].facts.residual.teams", equalTo(5))
                .body("items[0].facts.residual.cells", equalTo(ROWS))
                .body("items[0].facts.changedRows", equalTo(ROWS))
                .body("items[0].facts.correlation", greaterThan(0.9999f));
    }

    @Test
    void nearlyEqualFilesOfTwoTeamsAreFlaggedWithTheExactFigure() {
        double[] model = model();
        submits(Ids.next(), 1, csv(model));
        model[1234] += 1;
        submits(Ids.next(), 1, csv(model));

        isCompared(2);
        flags("")
                .body("items.kind", contains("nearly-equal"))
                .body("items[0].facts.changedRows", equalTo(1))
                .body("items[0].facts.equalCells", equalTo(ROWS - 1));
    }

    @Test
    void questionsAboutFewRowsAreFlagged() {
        UUID team = Ids.next();
        double[] model = model();
        submits(team, 1, csv(model));
        for (int ordinal = 2; ordinal <= 4; ordinal++) {
            model[ordinal] += 1;
            submits(team, ordinal, csv(model));
        }
        submits(team, 5, csv(model()));

        isCompared(5);
        flags("")
                .body("items.kind", contains("small-change"))
                .body("items[0].submissions.ordinal", containsInAnyOrder(1, 2, 3, 4))
                .body("items[0].submissions.teamId", everyItem(equalTo(team.toString())));
    }

    @Test
    void aBlockInAConstantIsFlagged() {
        double[] file = new double[ROWS];
        Arrays.fill(file, 500, 520, 1);
        UUID team = Ids.next();
        submits(team, 1, csv(file));

        isCompared(1);
        flags("")
                .body("items.kind", contains("constant-outside-block"))
                .body("items[0].facts.block.rows", equalTo(20))
                .body("items[0].facts.block.first", equalTo(500))
                .body("items[0].facts.block.last", equalTo(519));
    }

    @Test
    void whoOftenLeavesTheRangeIsFlagged() {
        UUID once = Ids.next();
        UUID often = Ids.next();
        double[] file = model();
        file[0] = 1e6;
        file[1] = -1e6;
        submits(once, 1, csv(file));
        for (int ordinal = 1; ordinal <= 5; ordinal++) {
            submits(often, ordinal, csv(file));
        }

        scene.hasOutcomes(6);
        await().atMost(ScoringScene.BOUND)
                .until(() -> scene.count("select count(*) from range_violation where compared_at is null") == 0);
        flags("")
                .body("items.kind", contains("out-of-range"))
                .body("items[0].submissions", hasSize(5))
                .body("items[0].submissions.teamId", everyItem(equalTo(often.toString())))
                .body("items[0].facts.outOfRange", equalTo(10));
    }

    @Test
    void aReviewIsKeptAndEndsWhenThereIsSomethingNew() {
        double[] model = model();
        submits(Ids.next(), 1, csv(model));
        submits(Ids.next(), 1, csv(model));
        isCompared(2);
        String flag = flags("").extract().path("items[0].id");

        as("olga", "organizer")
                .contentType("application/json")
                .body("{\"note\": \" The same notebook; asked both teams. \"}")
                .post(FLAGS + "/" + flag + "/reviews")
                .then()
                .statusCode(200)
                .body("reviewed", equalTo(true))
                .body("reviews.by", contains("olga"))
                .body("reviews.note", contains("The same notebook; asked both teams."));
        flags("&reviewed=true").body("items.id", contains(flag));
        flags("&reviewed=false").body("items", hasSize(0));

        submits(Ids.next(), 1, csv(model));
        isCompared(3);
        flags("&reviewed=false")
                .body("items.id", contains(flag))
                .body("items[0].submissionCount", equalTo(3))
                .body("items[0].reviews", hasSize(1));
    }

    @Test
    void aReviewOfWhatWasSeenLeavesOpenWhatWasAddedSince() {
        double[] model = model();
        submits(Ids.next(), 1, csv(model));
        submits(Ids.next(), 1, csv(model));
        isCompared(2);
        String flag = flags("").extract().path("items[0].id");
        String seen = flags("").extract().path("items[0].changedAt");
        submits(Ids.next(), 1, csv(model));
        isCompared(3);

        as("olga", "organizer")
                .contentType("application/json")
                .body("{\"note\": \"Fine\", \"changedAt\": \"" + seen + "\"}")
                .post(FLAGS + "/" + flag + "/reviews")
                .then()
                .statusCode(200)
                .body("reviewed", equalTo(false))
                .body("reviews", hasSize(1));
    }

    @Test
    void aPassThatIsDoneAgainFindsTheSame() {
        double[] model = model();
        submits(Ids.next(), 1, csv(model));
        submits(Ids.next(), 1, csv(model));
        model[0] += 1;
        submits(Ids.next(), 1, csv(model));
        isCompared(3);
        String before = flags("").body("items", hasSize(3)).extract().asString();

        scene.run("update fingerprint set compared_at = null where contest_id = '" + scene.contest + "'");

        isCompared(3);
        assertThat(flags("").extract().asString()).isEqualTo(before);
    }

    @Test
    void samplesOfATeamsOldFilesAreLetGo() {
        UUID team = Ids.next();
        for (int ordinal = 1; ordinal <= 18; ordinal++) {
            submits(team, ordinal, csv(model()));
        }

        isCompared(18);
        assertThat(scene.count(
                        "select min(ordinal) from fingerprint where cells is not null and team_id = '" + team + "'"))
                .isEqualTo(2);
        assertThat(scene.count("select count(*) from fingerprint where cells is null and team_id = '" + team + "'"))
                .isEqualTo(1);
    }

    @Test
    void pagesAreOfAKindAndNewestFirst() {
        for (int pair = 0; pair < 3; pair++) {
            double[] model = model();
            submits(Ids.next(), 1, csv(model));
            submits(Ids.next(), 1, csv(model));
        }
        double[] block = new double[ROWS];
        Arrays.fill(block, 0, 20, 1);
        submits(Ids.next(), 1, csv(block));
        isCompared(7);

        List<String> all =
                flags("&kind=identical").body("items", hasSize(3)).extract().path("items.id");
        var first = flags("&kind=identical&limit=2").extract();
        flags("&kind=constant-outside-block").body("items", hasSize(1));

        assertThat(first.<List<String>>path("items.id")).isEqualTo(all.subList(0, 2));
        assertThat(all).isSortedAccordingTo((a, b) -> b.compareTo(a));
        flags("&kind=identical&limit=2&cursor=" + first.path("next")).body("items.id", contains(all.get(2)));
        query("&kind=plagiarism").statusCode(400).body("type", containsString("kind-unknown"));
    }

    @Test
    void nobodyButTheContestsOrganizersSeesOrReviewsFlags() {
        double[] model = model();
        submits(Ids.next(), 1, csv(model));
        submits(Ids.next(), 1, csv(model));
        isCompared(2);
        String flag = flags("").extract().path("items[0].id");
        String list = FLAGS + "?contest=" + slug();
        String reviews = FLAGS + "/" + flag + "/reviews";
        String note = "{\"note\": \"Fine\"}";

        given().get(list).then().statusCode(401);
        as("olga", "contestant").get(list).then().statusCode(403);
        as("somebody-else", "organizer")
                .get(list)
                .then()
                .statusCode(403)
                .body("type", containsString("not-an-organizer"));
        given().contentType("application/json").body(note).post(reviews).then().statusCode(401);
        as("olga", "contestant")
                .contentType("application/json")
                .body(note)
                .post(reviews)
                .then()
                .statusCode(403);
        as("somebody-else", "organizer")
                .contentType("application/json")
                .body(note)
                .post(reviews)
                .then()
                .statusCode(403);
        as("olga", "organizer")
                .contentType("application/json")
                .body("{\"note\": \" \"}")
                .post(reviews)
                .then()
                .statusCode(422);
        as("olga", "organizer")
                .contentType("application/json")
                .body(note)
                .post(FLAGS + "/" + Ids.next() + "/reviews")
                .then()
                .statusCode(404);
        flags("&reviewed=false").body("items[0].reviews", hasSize(0));
    }

    private UUID submits(UUID team, int ordinal, String csv) {
        return scene.submits(team, ordinal, csv);
    }

    /** Waits until so many files of the contest are compared and no suspicion is left. */
    private void isCompared(int files) {
        String of = " where contest_id = '" + scene.contest + "'";
        await().atMost(ScoringScene.BOUND)
                .until(() ->
                        scene.count("select count(*) from fingerprint" + of + " and compared_at is not null") == files
                                && scene.count("select count(*) from suspicion" + of) == 0);
    }

    private ValidatableResponse flags(String query) {
        return query(query).statusCode(200);
    }

    private ValidatableResponse query(String query) {
        return as("olga", "organizer").get(FLAGS + "?contest=" + slug() + query).then();
    }

    private String slug() {
        return "scene-" + scene.contest;
    }

    private static RequestSpecification as(String subject, String role) {
        return given().header("Authorization", Tokens.bearer(subject, role));
    }

    /** An honest model. */
    private double[] model() {
        return plus(signal, normal(0.2));
    }

    private double[] normal(double deviation) {
        double[] values = new double[ROWS];
        Arrays.setAll(values, _ -> deviation * random.nextGaussian());
        return values;
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    private static String csv(double[] predictions) {
        return IntStream.range(0, predictions.length)
                .mapToObj(row -> (row + 1) + "," + predictions[row] + "\n")
                .collect(joining("", "id,y\n", ""));
    }
}
