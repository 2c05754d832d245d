package podium.scoring.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import podium.kit.json.CanonicalJson;
import podium.scoring.anonymization.KAnonymity;
import podium.scoring.contest.KnownContest;
import podium.scoring.dataset.Dataset;
import podium.scoring.dataset.RawFile;
import podium.scoring.dataset.StagedFiles.ReleaseFile;
import podium.scoring.lint.LintResult;
import podium.scoring.plan.DatasetLimits;
import podium.scoring.plan.Plan;
import podium.scoring.plan.Treatment;
import podium.scoring.privacy.AttackGate;
import podium.scoring.privacy.GateCell;
import podium.scoring.privacy.Hits;
import podium.scoring.privacy.PrivacyGate.Assessment;
import podium.scoring.privacy.ReidentificationRisks;
import podium.scoring.stage.StageRecord;

/**
 * What the privacy gate did and found, for the people who decide: JSON by the schema {@code docs/contracts/risk-report}, the
 * same for the same attempt on every replica, with its own digest, which approvals name, and signed. It holds the digests of the
 * files, so who approves it approves exactly these files. Shares and probabilities have six decimals. There are no values of the
 * data in it but in {@code details}, which is for organizers.
 */
final class RiskReport {
    private static final int SCHEMA_VERSION = 2;
    private static final String DIGEST = "reportSha256";

    private final Map<String, Object> report = new LinkedHashMap<>();
    private final Plan plan;
    private final RawFile raw;
    private final DatasetLimits limits;
    private final ReportSigner signer;

    RiskReport(KnownContest contest, Dataset dataset, DatasetLimits limits, ReportSigner signer) {
        plan = Objects.requireNonNull(dataset.plan());
        raw = Objects.requireNonNull(dataset.raw());
        this.limits = limits;
        this.signer = signer;
        report.put("schemaVersion", SCHEMA_VERSION);
        report.put("contest", contest.slug());
        report.put("attemptId", Objects.requireNonNull(dataset.attemptId()).toString());
        report.put("rawSha256", raw.sha256());
        report.put("columns", plan.columns().stream().map(RiskReport::column).toList());
        RawFile items = dataset.items();
        if (items != null && plan.treatment() instanceof Treatment.Ratings ratings) {
            report.put("itemsSha256", items.sha256());
            report.put(
                    "itemColumns",
                    ratings.attributes().stream().map(RiskReport::column).toList());
        }
        report.put("thresholds", thresholds());
    }

    /** The report of an attempt that was refused. */
    CanonicalJson.Digested refused(Draft.Refusal refusal) {
        findings(refusal.findings());
        report.put("verdict", "refused");
        report.put(
                "reasons",
                refusal.reasons().stream()
                        .map(r -> Map.of("code", r.code(), "message", r.message()))
                        .toList());
        report.put("details", refusal.details());
        report.put("summary", new ReportWords(plan, refusal.findings()).summary(false));
        return signer.signed(report, DIGEST);
    }

    /** The report of an attempt that passed. */
    CanonicalJson.Digested passed(Draft.Release release, List<ReleaseFile> files) {
        findings(release.findings());
        report.put("verdict", "passed");
        report.put("reasons", List.of());
        report.put(
                "files",
                files.stream()
                        .map(f -> Map.of("name", f.name(), "sha256", f.sha256(), "bytes", f.bytes(), "rows", f.rows()))
                        .toList());
        release.findings()
                .baseline()
                .ifPresent(found -> report.put(
                        "baseline",
                        Map.of(
                                "file", Anonymization.BASELINE,
                                "model", found.model(),
                                "metric", found.metric(),
                                "publicScore", decimal(found.publicScore()))));
        report.put("releaseSha256", files.stream().map(ReleaseFile::sha256).toList());
        report.put("summary", new ReportWords(plan, release.findings()).summary(true));
        return signer.signed(report, DIGEST);
    }

    private static Map<String, Object> column(Plan.PlannedColumn column) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", column.name());
        line.put("class", column.columnClass().word());
        line.put("action", column.columnClass().action());
        return line;
    }

    private Map<String, Object> thresholds() {
        Map<String, Object> thresholds = new LinkedHashMap<>(Map.of(
                "population", plain(plan.gate().population()),
                "populationCeiling", plain(limits.gate().populationCeiling()),
                "members", plain(plan.gate().members()),
                "membersCeiling", plain(limits.gate().membersCeiling()),
                "utility", plain(plan.gate().utility())));
        BigDecimal membership = plan.gate().membership();
        if (membership != null) {
            thresholds.put("membership", plain(membership));
        }
        return thresholds;
    }

    private void findings(Findings findings) {
        report.put("stages", findings.stages().stream().map(RiskReport::stage).toList());
        findings.assessment().ifPresent(this::assessment);
        if (!findings.levels().isEmpty()) {
            report.put("levels", findings.levels());
        }
        if (!findings.losses().isEmpty()) {
            Map<String, Object> losses = new LinkedHashMap<>();
            findings.losses()
                    .forEach((measure, loss) ->
                            losses.put(measure.name().toLowerCase(Locale.ROOT).replace('_', '-'), decimal(loss)));
            report.put("informationLoss", losses);
        }
        report.put("leakChecks", findings.lints().stream().map(RiskReport::lint).toList());
        report.put("attacks", findings.cells().stream().map(RiskReport::attack).toList());
        if (!findings.cells().isEmpty()) {
            GateCell worst = new AttackGate(
                            plan.gate().population().doubleValue(),
                            plan.gate().members().doubleValue())
                    .worst(findings.cells());
            report.put("worstCell", attack(worst));
            report.put("seedCommitment", findings.seedCommitment());
            report.put("earlierReleases", findings.joined());
            report.put(
                    "earlierReleasesLeftOut",
                    findings.leftOut().stream()
                            .map(other -> Map.of("contest", other.contest(), "why", other.why()))
                            .toList());
        }
        findings.membership()
                .ifPresent(found -> report.put(
                        "membership",
                        Map.of(
                                "members", found.members(),
                                "others", found.others(),
                                "auc", decimal(found.auc()),
                                "upper95", decimal(found.upper95()),
                                "advantage", decimal(found.advantage()))));
        findings.uniqueness()
                .ifPresent(found -> report.put(
                        "uniqueRows",
                        Map.of("rows", found.rows(), "unique", found.unique(), "share", decimal(found.share()))));
        findings.utility()
                .ifPresent(found -> report.put(
                        "utility",
                        Map.of(
                                "baseline", found.baseline(),
                                "metric", found.metric(),
                                "raw", decimal(found.raw()),
                                "released", decimal(found.released()),
                                "worseBy", decimal(found.worseBy()),
                                "limit", plain(plan.gate().utility()))));
        report.put("curve", findings.curve().stream().map(RiskReport::point).toList());
        report.put("wp216", new ReportWords(plan, findings).wp216());
    }

    private void assessment(Assessment assessment) {
        KAnonymity.Outcome outcome = assessment.outcome();
        ReidentificationRisks risks = assessment.risks();
        if (plan.treatment() instanceof Treatment.Table table) {
            Map<String, Object> models = new LinkedHashMap<>();
            models.put("k", table.k());
            models.put("achieved", outcome.smallestClass());
            models.put("suppressionLimit", plain(table.suppressionLimit()));
            models.put("over", "all published rows, training and test rows together");
            Treatment.Diversity diversity = table.diversity();
            if (diversity != null) {
                models.put("l", plain(diversity.l()));
                models.put("diversity", diversity.entropy() ? "entropy" : "distinct");
            }
            report.put("models", models);
        }
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

    private static Map<String, Object> stage(StageRecord stage) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        stage.parameters()
                .forEach((name, value) ->
                        parameters.put(name, value instanceof BigDecimal number ? plain(number) : value));
        return Map.of("id", stage.id(), "params", parameters, "rowsIn", stage.rowsIn(), "rowsOut", stage.rowsOut());
    }

    private static Map<String, Object> lint(LintResult lint) {
        Map<String, Object> figures = new LinkedHashMap<>();
        lint.figures().forEach((name, value) -> figures.put(name, decimal(value)));
        return Map.of(
                "id", lint.id(),
                "outcome", lint.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "message", lint.message(),
                "figures", figures);
    }

    private static Map<String, Object> attack(GateCell cell) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", cell.attack());
        line.put("knows", cell.words());
        line.put("knowledge", cell.knowledge());
        line.put("population", hits(cell.population()));
        line.put("members", hits(cell.members()));
        Map<String, Object> figures = new LinkedHashMap<>();
        cell.figures().forEach((name, value) -> figures.put(name, decimal(value)));
        line.put("figures", figures);
        return line;
    }

    private static Map<String, Object> hits(Hits hits) {
        return Map.of(
                "hits", hits.hits(),
                "targets", hits.targets(),
                "top1", decimal(hits.top1()),
                "upper95", decimal(hits.upper95()));
    }

    private static Map<String, Object> point(Findings.CurvePoint point) {
        return Map.of(
                "plan", point.changed(),
                "population", decimal(point.population()),
                "members", decimal(point.members()),
                "worseBy", decimal(point.worseBy()),
                "passes", point.passes());
    }

    private static BigDecimal decimal(double value) {
        double finite = Double.isFinite(value) ? value : Math.signum(value) * 1e9;
        return plain(BigDecimal.valueOf(finite).setScale(6, RoundingMode.HALF_UP));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
