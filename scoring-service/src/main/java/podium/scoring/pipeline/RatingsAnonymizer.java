package podium.scoring.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import podium.scoring.attack.AttackCell;
import podium.scoring.attack.AttackGrid;
import podium.scoring.attack.AttackReport;
import podium.scoring.attack.CellOutcome;
import podium.scoring.attack.SampleOutcome;
import podium.scoring.contest.Task;
import podium.scoring.holdout.HoldoutSplit;
import podium.scoring.key.KeyPurpose;
import podium.scoring.lint.OrderLint;
import podium.scoring.lint.RatingsLints;
import podium.scoring.pipeline.EarlierReleases.Earlier;
import podium.scoring.pipeline.EarlierReleases.EarlierRatings;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.Plan;
import podium.scoring.plan.Treatment;
import podium.scoring.privacy.GateCell;
import podium.scoring.privacy.GateVerdict;
import podium.scoring.privacy.Hits;
import podium.scoring.privacy.PrivacyUtilityCurve;
import podium.scoring.privacy.PrivacyUtilitySearch;
import podium.scoring.privacy.RatingsGate;
import podium.scoring.privacy.Sampler;
import podium.scoring.privacy.Sampling;
import podium.scoring.privacy.Verdict;
import podium.scoring.privacy.Verdict.Reason;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsFiles;
import podium.scoring.ratings.RatingsPlan;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.ratings.RatingsSplit;
import podium.scoring.ratings.RatingsStages;
import podium.scoring.raw.RatingsTable;
import podium.scoring.scoring.TaskForm;
import podium.scoring.stage.Progress;
import podium.scoring.utility.Measured;
import podium.scoring.utility.RatingsUtility;
import podium.scoring.utility.Utility;

/**
 * Makes a release of ratings as a plan says, and looks at it before it may leave: leak lints, the attack, utility. Plain
 * computation: the same rows, plan and keys give the same release.
 */
final class RatingsAnonymizer {
    /** The fewest rows that each part of a holdout needs to say anything. */
    private static final int FEWEST = 2;

    private final Plan plan;
    private final Treatment.Ratings treatment;
    private final Task task;
    private final Function<KeyPurpose, byte[]> keys;
    private final GateSeed seed;
    private final int targets;
    private final int threads;
    private final Earlier<EarlierRatings> earlier;
    private final Progress progress;
    private final Findings findings = new Findings();

    /**
     * @param keys the contest's keys
     * @param targets how many people are attacked
     * @param threads how many cores may be used
     * @param earlier what the same organizers released before
     */
    RatingsAnonymizer(
            Plan plan,
            Treatment.Ratings treatment,
            Task task,
            Function<KeyPurpose, byte[]> keys,
            GateSeed seed,
            int targets,
            int threads,
            Earlier<EarlierRatings> earlier,
            Progress progress) {
        this.plan = plan;
        this.treatment = treatment;
        this.task = task;
        this.keys = keys;
        this.seed = seed;
        this.targets = targets;
        this.threads = threads;
        this.earlier = earlier;
        this.progress = progress;
    }

    /** Makes the release, or says why there is none. */
    Draft anonymize(RatingsTable table) {
        if (!table.varying().isEmpty()) {
            return new Draft.Refusal(
                    findings,
                    List.of(new Reason(
                            "context-varies",
                            "Columns that are published with ratings say something about the item and nothing else, because"
                                    + " only then they tell an attacker nothing new. These have several values for one item: "
                                    + String.join(", ", table.varying()) + ". Drop them.")),
                    List.of());
        }
        RatingsStages.Result made = new RatingsStages(
                        table.ratings(), treatment.stages(), split(), keys.apply(KeyPurpose.SAMPLE), progress)
                .run();
        findings.stages(made.stages());
        RatingsRelease release = made.release();
        RatingsFiles files = files(release);
        RatingsContent content = content(files, table.attributes());
        findings.stage(
                "holdout",
                Map.of(
                        "train", files.trainRows(),
                        "test", files.testRows(),
                        "public", content.publicTest().cardinality()),
                release.published().cardinality(),
                release.published().cardinality());
        int publicRows = content.publicTest().cardinality();
        if (files.trainRows() == 0 || publicRows < FEWEST || files.testRows() - publicRows < FEWEST) {
            return new Draft.Refusal(
                    findings,
                    List.of(new Reason(
                            "holdout-degenerate",
                            "So few rows are left that the training part or a part of the hidden rows is empty. Keep more users or"
                                    + " rows, or lower the thresholds.")),
                    List.of());
        }
        return switch (TaskForm.of(task, List.of())) {
            case TaskForm.Unusable(String reason) ->
                new Draft.Refusal(findings, List.of(new Reason("metric-unusable", reason + ".")), List.of());
            case TaskForm.Usable form -> inspected(table, release, files, content, form);
        };
    }

    /** Draws ids and places; again, at most twice, if chance has it that they tell ratings. */
    private RatingsFiles files(RatingsRelease release) {
        RatingsFiles files = files(release, 1);
        for (int draw = 2; draw <= 3 && OrderLint.tells(files.testIds(), files.testRatings()); draw++) {
            files = files(release, draw);
        }
        return files;
    }

    private RatingsFiles files(RatingsRelease release, int draw) {
        return new RatingsFiles(
                release,
                names(),
                keys.apply(KeyPurpose.PSEUDONYM),
                keys.apply(KeyPurpose.ROW_ID),
                keys.apply(KeyPurpose.ROW_ORDER),
                draw);
    }

    private Draft inspected(
            RatingsTable table,
            RatingsRelease release,
            RatingsFiles files,
            RatingsContent content,
            TaskForm.Usable form) {
        findings.linted(RatingsLints.of(release, files, plan.holdout().by() == Plan.SplitBy.TIME, progress));
        List<Reason> reasons = new ArrayList<>(Reasons.ofLints(findings.lints()));
        JoinedRatings joined = JoinedRatings.of(table, release, earlier.given());
        GateVerdict verdict = gate().judge(new AttackGrid(AttackCell.grid(), targets, seed.value(), threads)
                .attack(joined.release(), joined.earlier(), progress));
        findings.joined(earlier.given().stream().map(EarlierRatings::contest).toList(), earlier.leftOut());
        findings.attacked(
                verdict.report().cells().stream().map(RatingsAnonymizer::cell).toList(), seed.commitment());
        if (verdict.verdict() instanceof Verdict.Refused(List<Reason> refused)) {
            reasons.addAll(refused);
        }
        Measured measured = RatingsUtility.measure(release, progress);
        Utility utility = measured.utility();
        findings.useful(utility);
        List<Reason> useless = Reasons.ofUtility(utility, plan.gate().utility());
        reasons.addAll(useless);
        if (!verdict.passed() || !useless.isEmpty()) {
            reasons.add(
                    new Reason("what-would-help", curve(release.raw(), joined).words()));
        }
        return reasons.isEmpty()
                ? new Draft.Release(
                        content,
                        form,
                        findings,
                        BaselineRows.of(utility.baseline(), form, measured.baseline(), files::testRow, List.of()))
                : new Draft.Refusal(findings, reasons, List.of());
    }

    private static GateCell cell(CellOutcome outcome) {
        AttackCell cell = outcome.cell();
        return new GateCell(
                AttackReport.NAME,
                cell.words(),
                Map.of(
                        "ratings", cell.known(),
                        "wrong", cell.wrongRatings(),
                        "dateErrorDays", cell.dates().known() ? cell.dates().errorDays() : "unknown",
                        "items", cell.items().word()),
                hits(outcome.population()),
                hits(outcome.members()),
                Map.of(
                        "medianBitsLeft", outcome.medianBits(),
                        "recallAtPrecision95", outcome.population().recallAt95(),
                        "recallAtPrecision50", outcome.population().recallAt50(),
                        "recallAtPrecision20", outcome.population().recallAt20(),
                        "acceptedAtPhi1.5", outcome.population().accepted()));
    }

    private static Hits hits(SampleOutcome outcome) {
        return new Hits(outcome.hits(), outcome.targets(), outcome.upper95());
    }

    private RatingsGate gate() {
        return new RatingsGate(
                plan.gate().population().doubleValue(), plan.gate().members().doubleValue());
    }

    /** What other samplings would risk and be good for; thresholds stay what they are. */
    private PrivacyUtilityCurve curve(Ratings raw, JoinedRatings joined) {
        RatingsPlan stages = treatment.stages();
        Sampling from = new Sampling(
                stages.userShare(),
                stages.rowShare(),
                stages.rowsPerUser() == 0 ? Sampling.NO_CAP : stages.rowsPerUser());
        PrivacyUtilityCurve curve = new PrivacyUtilitySearch(
                        gate(), sampling -> sampled(raw, sampling, joined), joined.earlier(), seed.value())
                .from(from, progress);
        double limit = plan.gate().utility().doubleValue();
        findings.curve(curve.points().stream()
                .map(point -> new Findings.CurvePoint(
                        point.sampling().words(),
                        point.populationUpper95(),
                        point.membersUpper95(),
                        point.utilityLoss(),
                        point.passes() && point.utilityLoss() <= limit))
                .toList());
        return curve;
    }

    private Sampler.Sampled sampled(Ratings raw, Sampling sampling, JoinedRatings joined) {
        RatingsPlan tried = treatment
                .stages()
                .sampled(
                        sampling.userShare(),
                        sampling.rowShare(),
                        sampling.rowCap() == Sampling.NO_CAP ? 0 : sampling.rowCap());
        RatingsRelease release = new RatingsStages(raw, tried, split(), keys.apply(KeyPurpose.SAMPLE), Progress.NONE)
                .run()
                .release();
        int hidden = release.hidden().cardinality();
        boolean trainable = hidden > 0 && hidden < release.published().cardinality();
        Ratings all = joined.release().raw();
        return new Sampler.Sampled(
                release.among(all.users(), all.items()),
                trainable
                        ? RatingsUtility.measure(release, Progress.NONE)
                                .utility()
                                .worseBy()
                        : Double.NaN);
    }

    private RatingsSplit split() {
        return split(plan);
    }

    /** How a plan splits ratings. */
    static RatingsSplit split(Plan plan) {
        RatingsSplit.By by =
                switch (plan.holdout().by()) {
                    case ROW -> RatingsSplit.By.ROW;
                    case GROUP -> RatingsSplit.By.USER;
                    case TIME -> RatingsSplit.By.TIME;
                };
        return new RatingsSplit(by, plan.holdout().share().doubleValue());
    }

    private RatingsFiles.Names names() {
        List<Plan.PlannedColumn> times = plan.columns(ColumnClass.TIME);
        return new RatingsFiles.Names(
                treatment.user(),
                treatment.item(),
                task.target(),
                times.isEmpty() ? "day" : times.getFirst().name());
    }

    private RatingsContent content(RatingsFiles files, Map<String, List<String>> attributes) {
        HoldoutSplit split = new HoldoutSplit(keys.apply(KeyPurpose.SPLIT));
        int rows = files.testRows();
        BitSet publicTest = split.publicRows(rows, files::testId, plan.holdout().publicShare());
        byte[] blocks = split.blocks(rows, files::testId, publicTest);
        return new RatingsContent(files, publicTest, blocks, treatment.item(), attributes);
    }
}
