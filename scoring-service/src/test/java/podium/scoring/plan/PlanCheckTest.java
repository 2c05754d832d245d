package podium.scoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.kit.problem.Violation;
import podium.scoring.contest.Task;
import podium.scoring.plan.PlanRequest.ColumnRequest;
import podium.scoring.plan.PlanRequest.GateRequest;
import podium.scoring.plan.PlanRequest.HoldoutRequest;
import podium.scoring.plan.PlanRequest.RatingsRequest;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.RatingsPlan;
import podium.scoring.raw.ColumnProfile;
import podium.scoring.raw.RawProfile;

class PlanCheckTest {
    private static final DatasetLimits LIMITS =
            new SmallRyeConfigBuilder().withMapping(DatasetLimits.class).build().getConfigMapping(DatasetLimits.class);
    private static final Task STARS = new Task("stars", Task.Kind.NUMBER, null, "rmse", 4, null, null);
    private static final RatingsRequest RATINGS =
            new RatingsRequest("viewer", "movie", null, null, null, null, null, null, null, null);

    private static final RawProfile ITEMS = new RawProfile(
            ",",
            50,
            List.of(
                    profile("movie", ColumnProfile.Type.TEXT),
                    profile("genre", ColumnProfile.Type.TEXT),
                    profile("studio", ColumnProfile.Type.TEXT)));

    @Test
    void aTableOfWhichNothingIsSaidIsGeneralizedToTheOptimum() {
        Plan plan = fitting(table("quasi-identifier", null, null, null));

        assertThat(plan.treatment())
                .isEqualTo(new Treatment.Table(
                        11, new BigDecimal("0.05"), Treatment.Method.OPTIMAL, Treatment.Loss.LOSS, null));
        assertThat(plan.holdout())
                .isEqualTo(new Plan.Holdout(new BigDecimal("0.3"), new BigDecimal("0.3"), Plan.SplitBy.ROW));
        assertThat(plan.gate())
                .isEqualTo(new Plan.GateRules(new BigDecimal("0.05"), new BigDecimal("0.2"), new BigDecimal("0.05")));
    }

    @Test
    void aLevelMeansThatLevelsAreNotSearchedFor() {
        assertThat(((Treatment.Table) fitting(table("quasi-identifier", 1, null, null))
                                .treatment())
                        .method())
                .isEqualTo(Treatment.Method.LEVELS);
        assertThat(violations(table("quasi-identifier", 1, "optimal", null)))
                .extracting(Violation::pointer)
                .containsExactly("/generalization");
    }

    @Test
    void sensitiveColumnsAreDiverseWithoutAsking() {
        assertThat(((Treatment.Table)
                                fitting(table("sensitive", null, null, null)).treatment())
                        .diversity())
                .isEqualTo(new Treatment.Diversity(BigDecimal.TWO, false));
    }

    @Test
    void theGateCanBeStricterAndNeverLooserThanTheCeilings() {
        GateRequest loose = new GateRequest(new BigDecimal("0.11"), new BigDecimal("0.26"), BigDecimal.ZERO);

        assertThat(fitting(table("feature", null, null, new GateRequest(new BigDecimal("0.01"), null, null)))
                        .gate()
                        .population())
                .isEqualByComparingTo("0.01");
        assertThat(violations(table("feature", null, null, loose)))
                .extracting(Violation::pointer)
                .containsExactly("/gate/population", "/gate/members", "/gate/utility");
        assertThat(violations(table("feature", null, null, new GateRequest(BigDecimal.ZERO, null, null))))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("cannot be switched off"));
    }

    @Test
    void whereBeingInTheDataIsASecretTablesHaveOneMoreBound() {
        GateRequest sound = new GateRequest(null, null, null, new BigDecimal("0.6"));
        GateRequest chance = new GateRequest(null, null, null, new BigDecimal("0.5"));

        assertThat(fitting(table("feature", null, null, sound)).gate().membership())
                .isEqualByComparingTo("0.6");
        assertThat(violations(table("feature", null, null, chance)))
                .extracting(Violation::pointer)
                .containsExactly("/gate/membership");
        PlanRequest ratings = ratings(RATINGS);
        assertThat(violations(new PlanRequest(ratings.columns(), null, null, null, null, null, RATINGS, null, sound)))
                .extracting(Violation::pointer)
                .containsExactly("/gate/membership");
    }

    @Test
    void ratingsOfWhichNothingIsSaidHaveTheDefaultStages() {
        Plan plan = fitting(ratings(RATINGS, "group", "group", "time"));

        assertThat(plan.treatment())
                .isEqualTo(new Treatment.Ratings("viewer", "movie", RatingsPlan.DEFAULT, List.of()));
        assertThat(plan.holdout().by()).isEqualTo(Plan.SplitBy.ROW);
    }

    @Test
    void whatIsAskedOfRatingsIsTaken() {
        RatingsRequest asked = new RatingsRequest(
                "viewer",
                "movie",
                BigDecimal.ONE,
                3,
                2,
                new BigDecimal("0.5"),
                20,
                "month",
                new BigDecimal("0.1"),
                null);

        assertThat(((Treatment.Ratings) fitting(ratings(asked, "group", "group", "time"))
                                .treatment())
                        .stages())
                .isEqualTo(new RatingsPlan(1, 3, 2, 0.5, 20, DateRule.MONTH, 0.1));
    }

    @Test
    void everythingThatIsWrongWithRatingsIsSaidAtOnce() {
        RatingsRequest wrong = new RatingsRequest(
                "viewer",
                "viewer",
                new BigDecimal("1.5"),
                0,
                1,
                BigDecimal.ZERO,
                -1,
                "century",
                new BigDecimal("2"),
                null);

        assertThat(violations(ratings(wrong, "group", "feature", "quasi-identifier")))
                .extracting(Violation::pointer)
                .containsExactly(
                        "/ratings/item",
                        "/columns",
                        "/ratings/userShare",
                        "/ratings/rowShare",
                        "/ratings/minimumUsersPerItem",
                        "/ratings/rowsPerUser",
                        "/ratings/noise",
                        "/ratings/dates");
    }

    @Test
    void hidingByTimeNeedsATime() {
        PlanRequest request = new PlanRequest(
                List.of(
                        column("viewer", "group"),
                        column("movie", "group"),
                        column("stars", "label"),
                        column("seen", "direct-identifier")),
                null,
                null,
                null,
                null,
                null,
                RATINGS,
                new HoldoutRequest(null, null, "time"),
                null);

        assertThat(violations(request)).extracting(Violation::pointer).containsExactly("/holdout/by");
    }

    @Test
    void everyColumnOfTheFileAboutTheItemsHasAClass() {
        List<ColumnRequest> good =
                List.of(column("movie", "group"), column("genre", "feature"), column("studio", "free-text"));

        assertThat(((Treatment.Ratings) ((PlanReading.Fitting) read(ratings(withAttributes(good)), ITEMS))
                                .plan()
                                .treatment())
                        .published())
                .containsExactly("genre");
        assertThat(attributeViolations(List.of(column("movie", "feature"), column("genre", "sensitive"))))
                .containsExactly(
                        "/ratings/attributes/0/class",
                        "/ratings/attributes/1/class",
                        "/ratings/attributes",
                        "/ratings/attributes",
                        "/ratings/attributes");
        assertThat(attributeViolations(
                        List.of(column("movie", "group"), column("genre", "feature"), column("genre", "feature"))))
                .containsExactly("/ratings/attributes/2/name", "/ratings/attributes");
        assertThat(violations(ratings(withAttributes(good))))
                .extracting(Violation::message)
                .containsExactly("There is no file about the items; send it first: PUT .../items.");
        assertThat(((PlanReading.Flawed) read(table("feature", null, null, null), ITEMS)).violations())
                .extracting(Violation::pointer)
                .containsExactly("/ratings");
    }

    private static List<String> attributeViolations(List<ColumnRequest> attributes) {
        return ((PlanReading.Flawed) read(ratings(withAttributes(attributes)), ITEMS))
                .violations().stream().map(Violation::pointer).toList();
    }

    private static RatingsRequest withAttributes(List<ColumnRequest> attributes) {
        return new RatingsRequest("viewer", "movie", null, null, null, null, null, null, null, attributes);
    }

    private static PlanRequest ratings(RatingsRequest ratings) {
        return ratings(ratings, "group", "group", "time");
    }

    private static PlanRequest table(
            String seen, @Nullable Integer level, @Nullable String generalization, @Nullable GateRequest gate) {
        return new PlanRequest(
                List.of(
                        column("viewer", "direct-identifier"),
                        column("movie", "feature"),
                        column("stars", "label"),
                        new ColumnRequest("seen", seen, level, null, null)),
                null,
                null,
                generalization,
                null,
                null,
                null,
                null,
                gate);
    }

    private static PlanRequest ratings(RatingsRequest ratings, String viewer, String movie, String seen) {
        return new PlanRequest(
                List.of(
                        column("viewer", viewer),
                        column("movie", movie),
                        column("stars", "label"),
                        column("seen", seen)),
                null,
                null,
                null,
                null,
                null,
                ratings,
                null,
                null);
    }

    private static ColumnRequest column(String name, String columnClass) {
        return new ColumnRequest(name, columnClass, null, null, null);
    }

    private static Plan fitting(PlanRequest request) {
        PlanReading reading = read(request);
        assertThat(reading).isInstanceOf(PlanReading.Fitting.class);
        return ((PlanReading.Fitting) reading).plan();
    }

    private static List<Violation> violations(PlanRequest request) {
        return ((PlanReading.Flawed) read(request)).violations();
    }

    private static PlanReading read(PlanRequest request) {
        return read(request, null);
    }

    private static PlanReading read(PlanRequest request, @Nullable RawProfile items) {
        List<ColumnProfile> columns = List.of(
                profile("viewer", ColumnProfile.Type.TEXT),
                profile("movie", ColumnProfile.Type.TEXT),
                profile("stars", ColumnProfile.Type.INTEGER),
                profile("seen", ColumnProfile.Type.TEXT));
        return new PlanCheck(new RawProfile(",", 1_000, columns), items, Map.of(), STARS, LIMITS).check(request);
    }

    private static ColumnProfile profile(String name, ColumnProfile.Type type) {
        return new ColumnProfile(name, type, 100, false, 0, null, null, "feature");
    }
}
