package podium.submission.team;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The ranked unit of a contest.
 *
 * @param members subject ids, in the order of joining
 * @param captain the member who speaks for it
 */
public record Team(
        UUID id,
        UUID contestId,
        long version,
        String name,
        List<String> members,
        String captain,
        boolean removed,
        UUID eventId,
        Instant changedAt) {

    public Team {
        members = List.copyOf(members);
    }

    TeamChanged event() {
        return new TeamChanged(contestId, id, version, name, members, removed, changedAt);
    }
}
