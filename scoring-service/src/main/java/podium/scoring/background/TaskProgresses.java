package podium.scoring.background;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import podium.scoring.stage.Progress;

/** How far background tasks are, for those who wait: written to the task's row, at most once a second. */
@ApplicationScoped
public class TaskProgresses {
    private static final Logger LOG = Logger.getLogger(TaskProgresses.class);
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final TaskStore tasks;

    @Inject
    TaskProgresses(TaskStore tasks) {
        this.tasks = tasks;
    }

    /** Hears how far a task is. */
    public Progress of(BackgroundTask task) {
        return new Telling(task);
    }

    /** How far the task of an attempt is, empty if it has not begun or is done. */
    public Optional<TaskProgress> find(UUID attemptId) {
        return tasks.progress(attemptId);
    }

    private final class Telling implements Progress {
        private final BackgroundTask task;
        private String stage = "";
        private long units;
        private long done;
        private long begun;
        private long told;

        Telling(BackgroundTask task) {
            this.task = task;
        }

        @Override
        public synchronized void begin(String name, long much) {
            stage = name;
            units = much;
            done = 0;
            begun = System.nanoTime();
            tell();
        }

        @Override
        public synchronized void advance(long more) {
            done += more;
            if (System.nanoTime() - told > PAUSE_NANOS) {
                tell();
            }
        }

        private void tell() {
            told = System.nanoTime();
            double seconds = (told - begun) / 1e9;
            try {
                tasks.tell(task, TaskProgress.of(stage, done, units, seconds));
            } catch (RuntimeException e) {
                LOG.warn("How far a task is was not noted", e);
            }
        }
    }
}
