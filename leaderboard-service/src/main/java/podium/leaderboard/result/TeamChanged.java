package podium.leaderboard.result;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event of that name, as far as boards need it: a whole snapshot of a team. */
record TeamChanged(
        UUID contestId,
        UUID teamId,
        int version,
        String name,
        @Nullable UUID mergedInto,
        boolean removed) {}
