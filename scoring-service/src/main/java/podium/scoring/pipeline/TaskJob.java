package podium.scoring.pipeline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import podium.kit.signal.Signals;
import podium.scoring.background.BackgroundTask;
import podium.scoring.background.BackgroundTask.Kind;
import podium.scoring.background.ClaimLostException;
import podium.scoring.background.TaskStore;
import podium.scoring.dataset.AttemptStore;
import podium.scoring.plan.DatasetLimits;
import podium.scoring.upload.RawProfiling;

/**
 * Does background tasks, one at a time on each replica, so that only one table is in memory. Woken by a signal, with a slow
 * poll as a net.
 */
@ApplicationScoped
public class TaskJob {
    private static final Logger LOG = Logger.getLogger(TaskJob.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final TaskStore tasks;
    private final AttemptStore attempts;
    private final RawProfiling profiling;
    private final Anonymization anonymization;
    private final Publication publication;
    private final KeyDestruction destruction;
    private final DatasetLimits limits;
    private final Signals signals;

    // One at work, one waiting: a wake-up that finds both is told nothing new.
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("dataset-task").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("dataset-task-lease").daemon().factory());

    @Inject
    TaskJob(
            TaskStore tasks,
            AttemptStore attempts,
            RawProfiling profiling,
            Anonymization anonymization,
            Publication publication,
            KeyDestruction destruction,
            DatasetLimits limits,
            Signals signals) {
        this.tasks = tasks;
        this.attempts = attempts;
        this.profiling = profiling;
        this.anonymization = anonymization;
        this.publication = publication;
        this.destruction = destruction;
        this.limits = limits;
        this.signals = signals;
    }

    void start(@Observes StartupEvent event) {
        signals.subscribe(TaskStore.CHANNEL, _ -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        worker.shutdownNow();
        renewals.shutdownNow();
    }

    @Scheduled(
            every = "${podium.scoring.dataset.task-poll:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        wake();
    }

    private void wake() {
        worker.execute(() -> {
            while (!Thread.currentThread().isInterrupted() && doNext()) {
                // until there is nothing left to do
            }
        });
    }

    /** Whether there was something to do. */
    private boolean doNext() {
        Optional<BackgroundTask> claimed;
        try {
            claimed = tasks.claim(limits.taskLease());
        } catch (RuntimeException e) {
            LOG.warn("No task could be claimed; it is tried again", e);
            return false;
        }
        claimed.ifPresent(this::doWithLease);
        return claimed.isPresent();
    }

    private void doWithLease(BackgroundTask task) {
        long third = limits.taskLease().toMillis() / 3;
        ScheduledFuture<?> renewal =
                renewals.scheduleAtFixedRate(() -> renew(task), third, third, TimeUnit.MILLISECONDS);
        try {
            perform(task);
        } catch (ClaimLostException e) {
            LOG.warnf("%s of contest %s was taken over by another replica", task.kind(), task.contestId());
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s of contest %s broke off, try %d", task.kind(), task.contestId(), task.tries());
            pause(task);
        } finally {
            renewal.cancel(false);
        }
    }

    private void perform(BackgroundTask task) {
        switch (task.kind()) {
            case PROFILE -> profiling.run(task);
            case ANONYMIZE -> {
                // Counted when claimed: a task that kills its process is tried no more often than one that throws.
                if (task.tries() > limits.taskTries()) {
                    attempts.failed(
                            task,
                            "The attempt broke off " + limits.taskTries()
                                    + " times; the operator finds the reason in the log. Send the plan again later.");
                } else {
                    anonymization.run(task);
                }
            }
            // People have approved it: tried until it is done.
            case RELEASE -> publication.run(task);
            case DESTROY_KEYS -> destruction.run(task);
        }
    }

    private void pause(BackgroundTask task) {
        Duration pause = Duration.ofSeconds(1L << Math.min(task.tries(), 6));
        boolean last =
                (task.kind() == Kind.ANONYMIZE || task.kind() == Kind.PROFILE) && task.tries() >= limits.taskTries();
        try {
            tasks.giveBack(task, last ? Duration.ZERO : pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        } catch (RuntimeException e) {
            LOG.warn("The task was not given back; its lease runs out", e);
        }
    }

    private void renew(BackgroundTask task) {
        try {
            tasks.renew(task, limits.taskLease());
        } catch (RuntimeException e) {
            LOG.warnf(e, "The lease of %s of contest %s was not renewed", task.kind(), task.contestId());
        }
    }
}
