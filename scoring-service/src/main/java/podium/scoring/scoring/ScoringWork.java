package podium.scoring.scoring;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jboss.logging.Logger;
import podium.kit.failure.Trouble;
import podium.kit.file.FileAbsentException;
import podium.scoring.background.ClaimLostException;
import podium.scoring.work.ScoringTask;
import podium.scoring.work.ScoringTaskStore;

/** Does one claimed piece of work: scores its file, then decides the outcome together with the end of the claim. */
@ApplicationScoped
class ScoringWork {
    private static final Logger LOG = Logger.getLogger(ScoringWork.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final ScoringTaskStore tasks;
    private final ScoringFiles files;
    private final Scorers scorers;
    private final DecidingOutcome deciding;
    private final WorkConfig config;
    private final Set<UUID> claims = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("scoring-time").daemon().factory());

    @Inject
    ScoringWork(
            ScoringTaskStore tasks, ScoringFiles files, Scorers scorers, DecidingOutcome deciding, WorkConfig config) {
        this.tasks = tasks;
        this.files = files;
        this.scorers = scorers;
        this.deciding = deciding;
        this.config = config;
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    /** Holds what this replica works at for longer. */
    void renew(Duration lease) {
        List<UUID> held = List.copyOf(claims);
        try {
            if (!held.isEmpty()) {
                tasks.renew(held, lease);
            }
        } catch (RuntimeException e) {
            LOG.warn("Leases of files that are being scored were not renewed", e);
        }
    }

    /** Scores a file and decides its outcome; what goes wrong is logged, and the file is tried again or given up. */
    void perform(ScoringTask task) {
        claims.add(task.claim());
        try {
            score(task, this::scorer).ifPresent(result -> deciding.decide(task, result));
        } catch (ClaimLostException e) {
            LOG.warnf("Submission %s was decided elsewhere", submission(task));
        } catch (RuntimeException e) {
            undecided(task, e);
        } finally {
            claims.remove(task.claim());
        }
    }

    /**
     * The same for several, decided together at the end.
     *
     * @param between is run before each file
     */
    void performAll(List<ScoringTask> batch, Runnable between) {
        UUID claim = batch.getFirst().claim();
        claims.add(claim);
        Map<ScoringTask, ScoringResult> results = new LinkedHashMap<>();
        Map<UnderVersion, Scorer> ready = new HashMap<>();
        try {
            for (ScoringTask task : batch) {
                between.run();
                score(task, one -> ready.computeIfAbsent(UnderVersion.of(one), _ -> scorer(one)))
                        .ifPresent(result -> results.put(task, result));
            }
            deciding.decideAll(claim, results);
        } catch (RuntimeException e) {
            results.keySet().forEach(task -> undecided(task, e));
        } finally {
            claims.remove(claim);
        }
    }

    private Scorer scorer(ScoringTask task) {
        return scorers.of(task.file().submission().contestId(), task.scoringVersion());
    }

    /** What tasks have to have in common for one scorer. */
    private record UnderVersion(UUID contestId, int scoringVersion) {
        static UnderVersion of(ScoringTask task) {
            return new UnderVersion(task.file().submission().contestId(), task.scoringVersion());
        }
    }

    private void undecided(ScoringTask task, RuntimeException e) {
        LOG.warnf(e, "Submission %s was not decided; it is tried again", submission(task));
        giveBack(task, pause(task), !Trouble.isTemporary(e));
    }

    /** What came of it, empty if there is none and the task was given back. */
    private Optional<ScoringResult> score(ScoringTask task, Function<ScoringTask, Scorer> scorerOf) {
        if (task.tries() > config.tries()) {
            // Counted when claimed: a file that kills its process is tried no more often than one that throws.
            return Optional.of(ScoringResult.failed(notScored()));
        }
        TimeLimit time = new TimeLimit(clock, config.fileTime());
        try (time) {
            return Optional.of(files.score(task, scorerOf.apply(task), time));
        } catch (RuntimeException | OutOfMemoryError e) {
            return failed(task, e, time);
        }
    }

    private Optional<ScoringResult> failed(ScoringTask task, Throwable e, TimeLimit time) {
        if (!time.isOver() && (Trouble.isTemporary(e) || e instanceof FileAbsentException)) {
            LOG.warnf(e, "The file of submission %s cannot be read now", submission(task));
            giveBack(task, config.pause(), false);
            return Optional.empty();
        }
        String reason = time.isOver()
                ? "scoring took longer than " + time.limit().toSeconds() + " s and was stopped"
                : notScored();
        LOG.errorf(e, "Try %d at submission %s: %s", task.tries(), submission(task), reason);
        if (task.tries() >= config.tries()) {
            return Optional.of(ScoringResult.failed(reason));
        }
        giveBack(task, pause(task), true);
        return Optional.empty();
    }

    private String notScored() {
        return "not scored after " + config.tries() + " tries";
    }

    private Duration pause(ScoringTask task) {
        Duration pause = config.pause().multipliedBy(1L << (2 * Math.min(task.tries() - 1, 10)));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void giveBack(ScoringTask task, Duration pause, boolean counts) {
        try {
            tasks.giveBack(task, pause, counts);
        } catch (RuntimeException e) {
            LOG.warn("Work was not given back; its lease runs out", e);
        }
    }

    private static UUID submission(ScoringTask task) {
        return task.file().submission().id();
    }
}
