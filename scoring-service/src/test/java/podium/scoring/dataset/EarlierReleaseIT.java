package podium.scoring.dataset;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.test.EventContracts;

/** Two releases about the same people: each alone gives everybody company, both together do not. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class EarlierReleaseIT {
    private static final int ROWS = 1_200;
    private static final int VALUES = 20;

    @Inject
    DatasetStore datasets;

    @Test
    void whoeverHasTheEarlierReleaseTooFindsMore() {
        Organized earlier = sent();
        earlier.plans(plan(0, 1)).statusCode(202);
        String report = earlier.settled()
                .body("state", equalTo("awaiting-approval"))
                .body("report.earlierReleases", equalTo(List.of()))
                .extract()
                .path("report.reportSha256");

        // Not released yet: nobody has it.
        Organized later = sent();
        later.plans(plan(1, 0)).statusCode(202);
        later.settled().body("state", equalTo("awaiting-approval"));

        earlier.approves("subject-olga-earlier", report).statusCode(200);
        earlier.approves("subject-otto-earlier", report).statusCode(200).body("state", equalTo("released"));
        // It was attacked before that was out: approving it now would publish what nobody looked at together.
        String alone = later.settled().extract().path("report.reportSha256");
        later.approves("subject-olga-earlier", alone)
                .statusCode(409)
                .body("type", containsString("release-since"))
                .body("contests", equalTo(List.of(earlier.slug)));

        later.plans(plan(1, 0)).statusCode(202);
        later.settled()
                .body("state", equalTo("refused"))
                .body("report.earlierReleases", equalTo(List.of(earlier.slug)))
                .body("report.worstCell.name", equalTo("release-join"))
                .body("report.worstCell.members.top1", greaterThan(0.2f))
                .body("report.attacks.findAll { it.name == 'linkage' }.members.top1", everyItem(lessThan(0.1f)))
                .body("report.reasons.code", hasItem("identifiable-in-release"))
                .body("report.reasons.message", hasItem(containsString("has the release of contest " + earlier.slug)))
                .body("report.summary", hasItem(containsString("what the same organizers released before")));
        EventContracts.assertValidDocument(
                "risk-report",
                Objects.requireNonNull(datasets.find(later.contest).report()));

        // The same columns kept as before add nothing to what is out already.
        later.plans(plan(0, 1)).statusCode(202);
        later.settled().body("state", equalTo("awaiting-approval")).body("report.earlierReleases.size()", equalTo(1));
    }

    private static Organized sent() {
        Organized contest = Organized.contestOfNewOrganizers(Organized.BINARY, "earlier");
        Random random = new Random(11);
        StringBuilder csv = new StringBuilder("name,age,place,steps,rich\n");
        for (int row = 0; row < ROWS; row++) {
            csv.append("person-").append(row).append(',').append(20 + row % VALUES);
            csv.append(",z").append(row / VALUES % VALUES).append(',').append(random.nextInt(1_000_000));
            csv.append(random.nextBoolean() ? ",yes\n" : ",no\n");
        }
        contest.uploads(csv.toString()).statusCode(201);
        StringBuilder ages = new StringBuilder();
        StringBuilder places = new StringBuilder();
        for (int value = 0; value < VALUES; value++) {
            ages.append(20 + value).append(";*\n");
            places.append('z').append(value).append(";*\n");
        }
        contest.sendsHierarchy("age", ages.toString()).statusCode(200);
        contest.sendsHierarchy("place", places.toString()).statusCode(200);
        return contest;
    }

    private static String plan(int age, int place) {
        return """
                {"columns": [{"name": "name", "class": "direct-identifier"},
                    {"name": "age", "class": "quasi-identifier", "level": %d},
                    {"name": "place", "class": "quasi-identifier", "level": %d},
                    {"name": "steps", "class": "feature"}, {"name": "rich", "class": "label"}],
                 "gate": {"population": 0.1, "members": 0.25, "utility": 0.9}}""".formatted(age, place);
    }
}
