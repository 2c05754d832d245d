package podium.scoring.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static podium.scoring.dataset.Organized.OLGA;
import static podium.scoring.dataset.Organized.OTTO;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.file.FileStores;
import podium.kit.test.EventContracts;
import podium.scoring.holdout.Solutions;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.SyntheticRatings;

/** Ratings from the raw file to the release, or to the refusal with the curve. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class RatingsReleaseIT {
    private static final String TASK = """
            {"target": "stars", "kind": "number", "metric": "rmse", "decimals": 4,
             "predictionRange": {"min": 1, "max": 5}, "outOfRange": "clamp"}""";
    private static final String COLUMNS = """
            "columns": [
                {"name": "viewer", "class": "group"}, {"name": "movie", "class": "group"},
                {"name": "stars", "class": "label"}, {"name": "seen", "class": "time"},
                {"name": "genre", "class": "feature"}]""";

    private static final String ATTRIBUTES = """
            , "attributes": [{"name": "movie", "class": "group"}, {"name": "decade", "class": "feature"},
                {"name": "distributor", "class": "free-text"}]""";

    @Inject
    FileStores stores;

    @Inject
    DatasetStore datasets;

    @Inject
    Solutions solutions;

    @Test
    void idsThatAreMerelyReplacedAreRefusedWithWhatWouldHelp() {
        Organized contest = Organized.contest(TASK);
        contest.uploads(csv()).statusCode(201);

        contest.plans("{" + COLUMNS + """
                , "ratings": {"user": "viewer", "item": "movie", "userShare": 1, "rowShare": 1,
                   "minimumUsersPerItem": 1, "minimumRowsPerUser": 1, "dates": "keep"}}""").statusCode(202);

        contest.settled()
                .body("state", equalTo("refused"))
                .body(
                        "report.reasons.code",
                        equalTo(List.of("identifiable-in-population", "identifiable-in-release", "what-would-help")))
                .body("report.worstCell.members.top1", greaterThan(0.9f))
                .body("report.attacks.size()", greaterThan(20))
                .body("report.curve.size()", greaterThan(3))
                .body("report.utility.worseBy", equalTo(0));
        EventContracts.assertValidDocument(
                "risk-report",
                Objects.requireNonNull(datasets.find(contest.contest).report()));
    }

    @Test
    void aSampleThatPassesIsReleasedUnderPseudonyms() throws IOException {
        Organized contest = Organized.contest(TASK);
        contest.uploads(csv()).statusCode(201);
        contest.plans("{" + COLUMNS + """
                , "ratings": {"user": "viewer", "item": "movie", "userShare": 0.3, "rowShare": 0.1,
                   "minimumUsersPerItem": 5, "minimumRowsPerUser": 2},
                 "gate": {"population": 0.1, "members": 0.25, "utility": 0.5}}""").statusCode(202);
        String report = contest.settled()
                .body("state", equalTo("awaiting-approval"))
                .body("report.verdict", equalTo("passed"))
                .body("report.stages.id", hasItem("thresholds"))
                .body("files.name", hasItem("items.csv"))
                .extract()
                .path("report.reportSha256");
        contest.approves(OLGA, report).statusCode(200);
        contest.approves(OTTO, report).statusCode(200).body("state", equalTo("released"));

        List<String> train = released(contest, "train.csv");
        List<String> test = released(contest, "test.csv");
        assertThat(train.getFirst()).isEqualTo("id,viewer,movie,stars");
        assertThat(test.getFirst()).isEqualTo("id,viewer,movie");
        assertThat(released(contest, "items.csv").getFirst()).isEqualTo("movie,genre");
        Set<String> viewers = new HashSet<>();
        train.stream().skip(1).forEach(row -> viewers.add(row.split(",", -1)[1]));
        test.stream().skip(1).forEach(row -> viewers.add(row.split(",", -1)[1]));
        for (int pseudonym = 1; pseudonym <= viewers.size(); pseudonym++) {
            assertThat(viewers).contains(Integer.toString(pseudonym));
        }
        assertThat(solutions.find(contest.contest).orElseThrow().rows()).isEqualTo(test.size() - 1);
    }

    @Test
    void whatIsKnownOfItemsComesInAFileOfItsOwn() throws IOException {
        Organized contest = Organized.contest(TASK);
        contest.uploads(csv()).statusCode(201);
        contest.sendsItems("movie,decade,distributor\nmovie-0,1990s,A\nmovie-0,1980s,B\n")
                .statusCode(200);
        contest.plans(withItems("")).statusCode(422).body("violations.pointer", hasItem("/ratings/attributes"));
        contest.plans(withItems(ATTRIBUTES)).statusCode(202);
        contest.settled()
                .body("state", equalTo("refused"))
                .body("report.reasons.code", equalTo(List.of("raw-unusable")))
                .body("report.reasons[0].message", containsString("each item has one"));

        StringBuilder items = new StringBuilder("movie;decade;distributor\nmovie-9999;1900s;Nobody\n");
        for (int item = 0; item < 300; item += 2) {
            items.append("movie-")
                    .append(item)
                    .append(";decade-")
                    .append(item % 5)
                    .append(";Secret Inc.\n");
        }
        contest.sendsItems(items.toString()).statusCode(200).body("items.rows", equalTo(151));
        contest.plans(withItems(ATTRIBUTES)).statusCode(202);
        String report = contest.settled()
                .body("state", equalTo("awaiting-approval"))
                .body("report.itemColumns.find { it.name == 'distributor' }.action", equalTo("dropped"))
                .extract()
                .path("report.reportSha256");
        EventContracts.assertValidDocument(
                "risk-report",
                Objects.requireNonNull(datasets.find(contest.contest).report()));
        contest.approves(OLGA, report).statusCode(200);
        contest.approves(OTTO, report).statusCode(200).body("state", equalTo("released"));

        List<String> published = released(contest, "items.csv");
        assertThat(published.getFirst()).isEqualTo("movie,decade,genre");
        assertThat(published)
                .noneMatch(row -> row.contains("Secret") || row.contains("1900s"))
                .anyMatch(row -> row.contains(",decade-"))
                .anyMatch(row -> row.contains(",,g"));
    }

    private static String withItems(String attributes) {
        return "{" + COLUMNS + """
                , "ratings": {"user": "viewer", "item": "movie", "userShare": 0.3, "rowShare": 0.1,
                   "minimumUsersPerItem": 5, "minimumRowsPerUser": 2%s},
                 "gate": {"population": 0.1, "members": 0.25, "utility": 0.5}}""".formatted(attributes);
    }

    private List<String> released(Organized contest, String name) throws IOException {
        StagedFiles.ReleaseFile file = Objects.requireNonNull(
                        datasets.find(contest.contest).staged())
                .files()
                .stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (InputStream in = stores.get("releases").open(file.fileId())) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("viewer-", "movie-");
            return text.lines().toList();
        }
    }

    private static String csv() {
        Ratings ratings = SyntheticRatings.generate(9, 4_000, 300, 100_000);
        StringBuilder csv = new StringBuilder("viewer,movie,stars,seen,genre\n");
        for (int row = 0; row < ratings.rows(); row++) {
            csv.append("viewer-").append(ratings.user(row)).append(",movie-").append(ratings.item(row));
            csv.append(',')
                    .append((int) ratings.rating(row))
                    .append(',')
                    .append(LocalDate.ofEpochDay(ratings.day(row)));
            csv.append(",g").append(ratings.item(row) % 7).append('\n');
        }
        return csv.toString();
    }
}
