package podium.scoring.contest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import podium.kit.event.Event;
import podium.kit.inbox.EventHandler;
import podium.kit.inbox.Handling;
import podium.scoring.background.BackgroundTask;
import podium.scoring.background.TaskStore;

/** Remembers the newest snapshot of each contest; of one that is archived the keys are to be destroyed. */
@ApplicationScoped
class ContestChangedHandler implements EventHandler<ContestChanged> {
    private final ContestStore contests;
    private final TaskStore tasks;

    @Inject
    ContestChangedHandler(ContestStore contests, TaskStore tasks) {
        this.contests = contests;
        this.tasks = tasks;
    }

    @Override
    public Class<ContestChanged> payloadType() {
        return ContestChanged.class;
    }

    @Override
    public Handling handle(Event<ContestChanged> event) {
        ContestChanged contest = event.data();
        if (contests.take(contest) && contest.state() == ContestState.ARCHIVED) {
            tasks.add(contest.contestId(), contest.contestId(), BackgroundTask.Kind.DESTROY_KEYS);
        }
        return Handling.done();
    }
}
