package podium.scoring.rescore;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.id.Ids;
import podium.kit.problem.Problems;
import podium.kit.problem.Violation;
import podium.kit.signal.Signals;
import podium.kit.time.TimeSource;
import podium.scoring.contest.KnownContest;
import podium.scoring.holdout.CorrectedSolutions;
import podium.scoring.holdout.Solution;
import podium.scoring.holdout.Solutions;
import podium.scoring.release.PreviewingReleases;
import podium.scoring.release.SwitchingVersion;
import podium.scoring.reveal.RevealingPrivateScores;
import podium.scoring.version.RescoreEntity;
import podium.scoring.version.ScoringRules;
import podium.scoring.version.ScoringVersionStore;
import podium.scoring.work.ScoringTaskStore;

/**
 * Begins, shows, applies and discards rescores. One of a contest is in progress at a time, and holds its reveal back; once
 * private scores were revealed (be it that there were none) a contest is not rescored any more.
 */
@ApplicationScoped
class Rescores {
    /** Hears of rescores on which something can be done. */
    static final String CHANNEL = "rescore";

    private final RescoreStore store;
    private final ScoringVersionStore versions;
    private final ScoringTaskStore tasks;
    private final SwitchingVersion switching;
    private final PreviewingReleases preview;
    private final RevealingPrivateScores revealing;
    private final Solutions solutions;
    private final CorrectedSolutions corrected;
    private final Signals signals;
    private final TimeSource time;

    @Inject
    Rescores(
            RescoreStore store,
            ScoringVersionStore versions,
            ScoringTaskStore tasks,
            SwitchingVersion switching,
            PreviewingReleases preview,
            RevealingPrivateScores revealing,
            Solutions solutions,
            CorrectedSolutions corrected,
            Signals signals,
            TimeSource time) {
        this.store = store;
        this.versions = versions;
        this.tasks = tasks;
        this.switching = switching;
        this.preview = preview;
        this.revealing = revealing;
        this.solutions = solutions;
        this.corrected = corrected;
        this.signals = signals;
        this.time = time;
    }

    /**
     * Begins a dry run.
     *
     * @throws podium.kit.problem.ProblemException 422 {@code rescore-invalid}; 409 {@code data-not-released},
     *     {@code rescore-in-progress}, {@code scores-revealed}, {@code files-unknown}
     */
    @Transactional
    UUID begin(KnownContest contest, RescoreRequest request, String subject) {
        versions.holdAlone(contest.id());
        if (versions.inProgress(contest.id()).isPresent()) {
            throw Problems.conflict(
                    "rescore-in-progress", "A rescore of this contest is in progress; apply or discard it first.");
        }
        requireNotRevealed(contest.id());
        int base = versions.current(contest.id());
        if (store.countWithoutFile(contest.id(), base) > 0) {
            throw Problems.conflict("files-unknown", "This service does not know the files of all scores any more.");
        }
        ScoringRules before = versions.rules(contest.id(), base);
        Solution solution = solution(contest.id(), before);
        RescoreCheck check = new RescoreCheck(contest, before, request);
        List<Violation> violations = check.violations(solution);
        if (!violations.isEmpty()) {
            throw Problems.unprocessable("rescore-invalid", violations);
        }
        return begin(contest.id(), request, subject, base, before, solution, check.labels(solution));
    }

    private UUID begin(
            UUID contestId,
            RescoreRequest request,
            String subject,
            int base,
            ScoringRules before,
            Solution solution,
            Map<Integer, String> labels) {
        RescoreEntity rescore = new RescoreEntity();
        rescore.id = Ids.next();
        rescore.contestId = contestId;
        rescore.scoringVersion = store.nextVersion(contestId);
        rescore.baseVersion = base;
        rescore.state = RescoreEntity.OPEN;
        rescore.reason = requireNonNull(request.reason());
        ScoringRules rules = request.rules(before);
        rescore.decimals = rules.decimals();
        rescore.settings = rules.settings() == null ? null : new RescoreEntity.Settings(rules.settings());
        rescore.correctedLabels = labels.size();
        rescore.requestedBy = subject;
        rescore.createdAt = time.now();
        // A file whose rescore is not committed belongs to nothing; the vault is swept of such.
        rescore.solutionFile = labels.isEmpty() ? before.solutionFile() : corrected.write(solution, labels);
        store.add(rescore);
        tasks.addAll(contestId, rescore.scoringVersion);
        return rescore.id;
    }

    private Solution solution(UUID contestId, ScoringRules rules) {
        Solution released = solutions
                .find(contestId)
                .orElseThrow(() -> Problems.conflict("data-not-released", "The contest's data is not released."));
        return corrected.read(released, rules.solutionFile());
    }

    /** A contest's rescores as they stand, the newest first, without who would move. */
    @Transactional
    List<RescoreView> page(KnownContest contest, @Nullable UUID before, int most) {
        return store.page(contest.id(), before, most).stream()
                .map(rescore -> RescoreView.of(contest.slug(), rescore, store.progress(rescore), null, null))
                .toList();
    }

    @Transactional
    Optional<UUID> contestOf(UUID id) {
        return store.find(id).map(rescore -> rescore.contestId);
    }

    /** A rescore as it stands; of a dry run that is ready also who would move. */
    @Transactional
    RescoreView view(KnownContest contest, UUID id) {
        RescoreEntity rescore = store.find(id).orElseThrow();
        RescoreStore.Progress progress = store.progress(rescore);
        boolean ready = rescore.state.equals(RescoreEntity.OPEN) && progress.done() == progress.total();
        Long lost = ready ? switching.countLost(contest.id(), rescore.baseVersion, rescore.scoringVersion) : null;
        List<PreviewingReleases.Move> moves =
                ready ? preview.moves(contest, rescore.baseVersion, rescore.scoringVersion) : null;
        return RescoreView.of(contest.slug(), rescore, progress, lost, moves);
    }

    /**
     * Has a rescore applied, in the background.
     *
     * @throws podium.kit.problem.ProblemException 409 {@code rescore-not-ready}, {@code rescore-ended},
     *     {@code rescore-loses-scores}, {@code scores-revealed}
     */
    @Transactional
    void apply(UUID id) {
        RescoreEntity rescore = hold(id);
        if (rescore.state.equals(RescoreEntity.APPLYING)) {
            return;
        }
        requireOpen(rescore);
        requireNotRevealed(rescore.contestId);
        if (tasks.countLeft(rescore.contestId, rescore.scoringVersion, rescore.baseVersion) > 0) {
            throw Problems.conflict("rescore-not-ready", "Files are still being scored; wait until it is ready.");
        }
        long lost = switching.countLost(rescore.contestId, rescore.baseVersion, rescore.scoringVersion);
        if (lost > 0) {
            throw Problems.conflict(
                    "rescore-loses-scores",
                    lost + " submissions have a score and got none in this rescore; discard it and look into the log.");
        }
        tasks.dropAll(rescore.contestId, rescore.baseVersion);
        tasks.becomesLive(rescore.contestId, rescore.scoringVersion);
        rescore.switchedAt = time.now();
        rescore.state = RescoreEntity.APPLYING;
        signals.send(CHANNEL, rescore.contestId.toString());
    }

    /**
     * Forgets a dry run and its candidates.
     *
     * @throws podium.kit.problem.ProblemException 409 {@code rescore-ended}
     */
    @Transactional
    void discard(UUID id) {
        RescoreEntity rescore = hold(id);
        if (rescore.state.equals(RescoreEntity.DISCARDED)) {
            return;
        }
        requireOpen(rescore);
        tasks.dropAll(rescore.contestId, rescore.scoringVersion);
        switching.forget(rescore.contestId, rescore.scoringVersion);
        rescore.state = RescoreEntity.DISCARDED;
        revealing.outcomeDecided(rescore.contestId);
    }

    private RescoreEntity hold(UUID id) {
        UUID contestId = store.find(id).orElseThrow().contestId;
        versions.holdAlone(contestId);
        return store.lock(id);
    }

    private static void requireOpen(RescoreEntity rescore) {
        if (!rescore.state.equals(RescoreEntity.OPEN)) {
            throw Problems.conflict("rescore-ended", "This rescore is " + rescore.state + ".");
        }
    }

    private void requireNotRevealed(UUID contestId) {
        if (revealing.isRevealed(contestId)) {
            throw Problems.conflict(
                    "scores-revealed",
                    "The private scores of this contest are revealed; they are not changed any more.");
        }
    }
}
