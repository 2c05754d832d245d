package podium.scoring.dataset;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;

/** What the gate says of real ratings, through the whole flow: docs/privacy.md quotes it. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class InstevalIT {
    private static final Path DATA = Path.of("../../shared/data/insteval.csv").normalize();
    private static final String TASK = """
            {"target": "y", "kind": "number", "metric": "rmse", "decimals": 4,
             "predictionRange": {"min": 1, "max": 5}, "outOfRange": "clamp"}""";
    private static final String COLUMNS = """
            "columns": [{"name": "s", "class": "group"}, {"name": "d", "class": "group"},
                {"name": "studage", "class": "direct-identifier"}, {"name": "lectage", "class": "direct-identifier"},
                {"name": "service", "class": "direct-identifier"}, {"name": "dept", "class": "direct-identifier"},
                {"name": "y", "class": "label"}]""";

    @Test
    void idsMerelyReplacedAreRefusedAndTheDefaultIsSafeButOfNoUse() throws IOException {
        assumeTrue(Files.isReadable(DATA), "Skipped: the reference data is not beside the checkout, as " + DATA);
        Organized contest = Organized.contestOfNewOrganizers(TASK, "insteval");
        contest.uploads(Files.readString(DATA)).statusCode(201).body("raw.rows", equalTo(73_421));

        contest.plans("{" + COLUMNS + """
                , "ratings": {"user": "s", "item": "d", "userShare": 1, "rowShare": 1, "minimumUsersPerItem": 1,
                   "minimumRowsPerUser": 1, "dates": "keep"}}""").statusCode(202);
        contest.settled()
                .body("state", equalTo("refused"))
                .body(
                        "report.reasons.code",
                        hasItems("identifiable-in-population", "identifiable-in-release", "what-would-help"))
                .body("report.worstCell.members.top1", greaterThan(0.9f))
                .body("report.curve.passes", not(hasItem(true)));

        contest.plans("{" + COLUMNS + ", \"ratings\": {\"user\": \"s\", \"item\": \"d\"}}")
                .statusCode(202);
        contest.settled()
                .body("state", equalTo("refused"))
                .body("report.reasons.code", hasItem("utility"))
                .body("report.reasons.code", not(hasItem("identifiable-in-population")))
                .body("report.reasons.code", not(hasItem("identifiable-in-release")))
                .body("report.worstCell.population.upper95", lessThan(0.05f))
                .body("report.worstCell.members.upper95", lessThan(0.2f))
                .body("report.utility.worseBy", greaterThan(0.05f));
    }
}
