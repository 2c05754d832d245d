package podium.scoring.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import podium.scoring.anonymization.LossMeasure;
import podium.scoring.lint.LintResult;
import podium.scoring.pipeline.EarlierReleases.LeftOut;
import podium.scoring.privacy.GateCell;
import podium.scoring.privacy.Membership;
import podium.scoring.privacy.PrivacyGate.Assessment;
import podium.scoring.stage.StageRecord;
import podium.scoring.utility.Utility;

/** What an attempt found out until it passed or was refused; the risk report is made of it. */
final class Findings {
    private final List<StageRecord> stages = new ArrayList<>();
    private final List<LintResult> lints = new ArrayList<>();
    private final List<GateCell> cells = new ArrayList<>();
    private final List<CurvePoint> curve = new ArrayList<>();
    private final Map<LossMeasure, Double> losses = new EnumMap<>(LossMeasure.class);
    private final Map<String, Integer> levels = new TreeMap<>();
    private @Nullable Assessment assessment;
    private @Nullable Membership membership;
    private @Nullable Utility utility;
    private @Nullable Uniqueness uniqueness;
    private @Nullable ScoredBaseline baseline;
    private final List<String> joined = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private String seedCommitment = "";

    void stage(String id, Map<String, Object> parameters, long rowsIn, long rowsOut) {
        stages.add(new StageRecord(id, parameters, rowsIn, rowsOut));
    }

    void stages(List<StageRecord> more) {
        stages.addAll(more);
    }

    void assessed(Assessment found) {
        assessment = found;
    }

    void generalized(Map<String, Integer> chosen, Map<LossMeasure, Double> lost) {
        levels.putAll(chosen);
        losses.putAll(lost);
    }

    void linted(List<LintResult> results) {
        lints.addAll(results);
    }

    void attacked(List<GateCell> found, String commitment) {
        cells.addAll(found);
        seedCommitment = commitment;
    }

    /** Notes whose earlier releases the attacker had. */
    void joined(List<String> contests, List<LeftOut> others) {
        joined.addAll(contests);
        leftOut.addAll(others);
    }

    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    List<String> joined() {
        return List.copyOf(joined);
    }

    void membership(Membership found) {
        membership = found;
    }

    void unique(Uniqueness found) {
        uniqueness = found;
    }

    Optional<Uniqueness> uniqueness() {
        return Optional.ofNullable(uniqueness);
    }

    void useful(Utility measured) {
        utility = measured;
    }

    void curve(List<CurvePoint> points) {
        curve.addAll(points);
    }

    void baseline(ScoredBaseline found) {
        baseline = found;
    }

    Optional<ScoredBaseline> baseline() {
        return Optional.ofNullable(baseline);
    }

    List<StageRecord> stages() {
        return List.copyOf(stages);
    }

    List<LintResult> lints() {
        return List.copyOf(lints);
    }

    List<GateCell> cells() {
        return List.copyOf(cells);
    }

    List<CurvePoint> curve() {
        return List.copyOf(curve);
    }

    Map<LossMeasure, Double> losses() {
        return Map.copyOf(losses);
    }

    Map<String, Integer> levels() {
        return Map.copyOf(levels);
    }

    Optional<Assessment> assessment() {
        return Optional.ofNullable(assessment);
    }

    Optional<Membership> membership() {
        return Optional.ofNullable(membership);
    }

    Optional<Utility> utility() {
        return Optional.ofNullable(utility);
    }

    String seedCommitment() {
        return seedCommitment;
    }

    /**
     * How many published rows nobody else's is equal to, in everything that is published but the label: what would single people
     * out if features were known of them, which the plan says they are not.
     */
    record Uniqueness(int rows, int unique) {
        double share() {
            return rows == 0 ? 0 : (double) unique / rows;
        }
    }

    /**
     * The baseline whose predictions are released.
     *
     * @param model what it is, in words
     * @param metric the contest's metric
     * @param publicScore its score on the public part of the holdout
     */
    record ScoredBaseline(String model, String metric, double publicScore) {}

    /**
     * A plan that was tried, though not chosen: what it would risk, and what it would be good for.
     *
     * @param changed what is different from the plan, as a part of a sentence
     * @param population the largest upper limit of hits over the population
     * @param members the largest upper limit of hits given membership
     * @param worseBy by which share the baseline is worse
     * @param passes whether it would pass all bounds
     */
    record CurvePoint(String changed, double population, double members, double worseBy, boolean passes) {}
}
