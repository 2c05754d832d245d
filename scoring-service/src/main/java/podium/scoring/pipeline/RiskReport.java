package podium.scoring.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import podium.kit.json.CanonicalJson;
import podium.scoring.anonymization.KAnonymity;
import podium.scoring.contest.KnownContest;
import podium.scoring.dataset.Dataset;
import podium.scoring.dataset.RawFile;
import podium.scoring.dataset.StagedFiles.ReleaseFile;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.Plan;
import podium.scoring.privacy.PrivacyGate.Assessment;
import podium.scoring.privacy.ReidentificationRisks;

/**
 * What the privacy gate found, for the people who decide: JSON, the same for the same attempt on every replica, with its own
 * digest, which approvals name. It holds the digests of the files, so who approves it approves exactly these files. Shares
 * and probabilities have six decimals.
 */
final class RiskReport {
    private static final int SCHEMA_VERSION = 1;
    private static final String DIGEST = "reportSha256";

    private final Map<String, Object> report = new LinkedHashMap<>();
    private final Plan plan;
    private final RawFile raw;

    RiskReport(KnownContest contest, Dataset dataset) {
        plan = Objects.requireNonNull(dataset.plan());
        raw = Objects.requireNonNull(dataset.raw());
        report.put("schemaVersion", SCHEMA_VERSION);
        report.put("contest", contest.slug());
        report.put("attemptId", Objects.requireNonNull(dataset.attemptId()).toString());
        report.put("rawSha256", raw.sha256());
        report.put("columns", plan.columns().stream().map(RiskReport::column).toList());
    }

    /** The report of an attempt that was refused. */
    CanonicalJson.Digested refused(Draft.Refusal refusal) {
        assessment(refusal.assessment());
        report.put("stages", List.of(classify()));
        report.put("verdict", "refused");
        report.put(
                "reasons",
                refusal.reasons().stream()
                        .map(r -> Map.of("code", r.code(), "message", r.message()))
                        .toList());
        report.put("details", refusal.details());
        return CanonicalJson.digested(report, DIGEST);
    }

    /** The report of an attempt that passed. */
    CanonicalJson.Digested passed(Draft.Release release, List<ReleaseFile> files) {
        assessment(release.assessment());
        report.put("stages", stages(release));
        report.put("verdict", "passed");
        report.put("reasons", List.of());
        report.put(
                "files",
                files.stream()
                        .map(f -> Map.of("name", f.name(), "sha256", f.sha256(), "bytes", f.bytes(), "rows", f.rows()))
                        .toList());
        return CanonicalJson.digested(report, DIGEST);
    }

    private static Map<String, Object> column(Plan.PlannedColumn column) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", column.name());
        line.put("class", column.columnClass().word());
        line.put("action", column.columnClass().action());
        if (column.columnClass() == ColumnClass.QUASI_IDENTIFIER) {
            line.put("level", column.level());
        }
        return line;
    }

    private void assessment(@Nullable Assessment assessment) {
        if (assessment == null) {
            return;
        }
        KAnonymity.Outcome outcome = assessment.outcome();
        ReidentificationRisks risks = assessment.risks();
        report.put(
                "models",
                Map.of(
                        "k", plan.k(),
                        "achieved", outcome.smallestClass(),
                        "suppressionLimit", plain(plan.suppressionLimit()),
                        "over", "all published rows, training and test rows together"));
        report.put(
                "risks",
                Map.of(
                        "prosecutorMax", decimal(risks.prosecutorMax()),
                        "journalistMax", decimal(risks.journalistMax()),
                        "marketer", decimal(risks.marketer()),
                        "smallestClass", risks.smallestClass(),
                        "classes", risks.classes()));
        report.put(
                "suppressed",
                Map.of(
                        "rows", outcome.suppressedRows(),
                        "share", decimal((double) outcome.suppressedRows() / outcome.rows()),
                        "allowedRows", outcome.allowedRows()));
        report.put(
                "reliefs",
                assessment.reliefs().stream()
                        .map(r -> Map.of(
                                "column", r.column(),
                                "fromLevel", r.fromLevel(),
                                "toLevel", r.toLevel(),
                                "suppressedRows", r.suppressedRows(),
                                "suppressedShare", decimal((double) r.suppressedRows() / outcome.rows()),
                                "enough", r.enough()))
                        .toList());
    }

    private Map<String, Object> classify() {
        long dropped = plan.columns().stream()
                .filter(c -> !c.columnClass().published())
                .count();
        long rows = raw.profile().rows();
        return stage("classify", Map.of("columns", plan.columns().size(), "dropped", dropped), rows, rows);
    }

    private List<Map<String, Object>> stages(Draft.Release release) {
        Draft.Rows rows = release.rows();
        int all = release.assessment().outcome().rows();
        int published = rows.train().length + rows.test().length;
        return List.of(
                classify(),
                stage("split", Map.of("share", plain(plan.holdout().share()), "hidden", rows.hiddenBefore()), all, all),
                stage(
                        "generalize",
                        Map.of(
                                "quasiIdentifiers",
                                plan.columns(ColumnClass.QUASI_IDENTIFIER).size()),
                        all,
                        all),
                stage(
                        "k-anonymity",
                        Map.of("k", plan.k(), "suppressionLimit", plain(plan.suppressionLimit())),
                        all,
                        published),
                stage("pseudonyms", Map.of("ids", "dense, by keyed rank"), published, published),
                stage("order", Map.of("by", "keyed rank of the id"), published, published),
                stage(
                        "holdout",
                        Map.of(
                                "train", rows.train().length,
                                "test", rows.test().length,
                                "public", rows.publicTest().cardinality()),
                        published,
                        published));
    }

    private static Map<String, Object> stage(String id, Map<String, Object> params, long rowsIn, long rowsOut) {
        return Map.of("id", id, "params", params, "rowsIn", rowsIn, "rowsOut", rowsOut);
    }

    private static BigDecimal decimal(double value) {
        return plain(BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
