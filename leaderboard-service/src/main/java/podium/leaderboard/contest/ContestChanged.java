package podium.leaderboard.contest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event of that name, as far as boards need it: a whole snapshot of a contest. */
record ContestChanged(
        UUID contestId,
        int version,
        String slug,
        Contest.State state,
        Contest.Visibility visibility,
        List<String> organizers,
        Definition definition,
        Instant changedAt) {

    record Definition(Task task) {}

    record Task(int decimals) {}

    Contest contest() {
        return new Contest(
                contestId,
                version,
                slug,
                state,
                visibility,
                organizers,
                definition.task().decimals(),
                changedAt);
    }
}
