package podium.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import podium.local.client.ApiException;
import podium.local.client.Contest;
import podium.local.client.Dataset;
import podium.local.client.PodiumClient;

/** The organizers' part before the contest opens. */
final class Preparation {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_CONTESTS = 1000;

    private final PodiumClient olga;
    private final PodiumClient otto;
    private final Clock clock;
    private final Screen screen;

    Preparation(PodiumClient anyone, Clock clock, Screen screen) {
        this.olga = anyone.as("olga", "olga");
        this.otto = anyone.as("otto", "otto");
        this.clock = clock;
        this.screen = screen;
    }

    PodiumClient olga() {
        return olga;
    }

    /** Brings a contest from nothing to open; returns its slug. */
    String open() {
        screen.title("Olga creates a contest and brings the data");
        String slug = create();
        olga.organizers(slug, List.of(olga.subject(), otto.subject()));
        screen.line("  contest " + slug + ", run by Olga and Otto");
        Dataset raw = olga.uploadRaw(slug, DemoData.rawGzipped());
        screen.line("  uploaded the raw file: "
                + (raw.raw() == null ? "" : raw.raw().path("rows").asText("?") + " rows"));
        DemoData.RAW_LEVELS.keySet().forEach(column -> olga.hierarchy(slug, column, DemoData.hierarchy(column)));
        screen.line("  and a generalization hierarchy for each of its " + DemoData.RAW_LEVELS.size() + " columns");

        screen.title("A first plan: release all columns as they are");
        Dataset refused = decided(slug, DemoData.RAW_LEVELS);
        Dataset.Report why = report(refused, "refused");
        if (why.reasons() == null || why.reasons().isEmpty()) {
            throw new DemoException("The plan was refused without a reason.");
        }
        why.reasons().forEach(reason -> screen.line("  refused: " + reason.message()));

        screen.title("A better plan: age in decades, married or not; without race, country and occupation");
        Dataset.Report report = report(decided(slug, DemoData.GENERALIZED_LEVELS), "passed");
        screen.line("  passed: " + inWords(report));
        approveAndOpen(slug, report);
        return slug;
    }

    private String create() {
        Instant closesAt = clock.instant().plus(Duration.ofDays(1));
        for (int number = 1; number <= MOST_CONTESTS; number++) {
            String slug = number == 1 ? "adult-income" : "adult-income-" + number;
            try {
                Contest contest = olga.createContest(DemoData.definition(slug, closesAt));
                return contest.slug();
            } catch (ApiException e) {
                if (!e.problem().code().equals("slug-taken")) {
                    throw e;
                }
            }
        }
        throw new DemoException("There are " + MOST_CONTESTS + " demos already. Start anew with --fresh.");
    }

    private Dataset decided(String slug, Map<String, Integer> levels) {
        olga.plan(slug, DemoData.plan(levels));
        return Waiting.until("the anonymization", PATIENCE, () -> olga.dataset(slug, PATIENCE), data -> !data.state()
                .equals("processing"));
    }

    private static Dataset.Report report(Dataset data, String verdict) {
        Dataset.Report report = data.report();
        if (report == null || !report.verdict().equals(verdict)) {
            throw new DemoException("The plan should be " + verdict + ", but the data are " + data + ".");
        }
        return report;
    }

    private static String inWords(Dataset.Report report) {
        JsonNode risks = report.risks() == null ? MissingNode.getInstance() : report.risks();
        JsonNode suppressed = report.suppressed() == null ? MissingNode.getInstance() : report.suppressed();
        return "%d groups of people who look the same, the smallest of %d; "
                        .formatted(
                                risks.path("classes").asInt(),
                                risks.path("smallestClass").asInt())
                + "the best guess at who somebody is, is right in %.1f %% of cases; %d rows (%.1f %%) had to go"
                        .formatted(
                                100 * risks.path("prosecutorMax").asDouble(),
                                suppressed.path("rows").asInt(),
                                100 * suppressed.path("share").asDouble());
    }

    private void approveAndOpen(String slug, Dataset.Report report) {
        olga.approve(slug, report.reportSha256());
        otto.approve(slug, report.reportSha256());
        screen.line("  Olga and Otto approve report " + report.reportSha256());
        Waiting.until("the release", PATIENCE, () -> olga.contest(slug), contest -> "released".equals(contest.data()));
        olga.open(slug);
        screen.line("  released, and the contest is open");
    }
}
