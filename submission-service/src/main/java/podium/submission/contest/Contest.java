package podium.submission.contest;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.submission.definition.ContestDefinition;
import podium.submission.definition.ContestDefinition.Visibility;

/**
 * A contest as it was read.
 *
 * @param version rises with every change that other services hear of
 * @param organizers subject ids; never empty
 * @param releasedAt when its data were released; null if not yet
 * @param reason why the organizers paused it, cancelled it or ended it without an award
 */
public record Contest(
        UUID id,
        String slug,
        long version,
        ContestState state,
        ContestDefinition definition,
        Set<String> organizers,
        int termsVersion,
        String termsSha256,
        @Nullable Instant releasedAt,
        Timeline timeline,
        @Nullable String reason) {

    public Contest {
        organizers = Set.copyOf(organizers);
    }

    /** Whether this person runs it. */
    public boolean organizedBy(String subject) {
        return organizers.contains(subject);
    }

    /** The deadline in force: when it closed, or when it will. */
    public Instant deadline() {
        return timeline.deadline();
    }

    /** Whether people may enter, found teams and choose: from the opening to the deadline, also while it is paused. */
    public boolean underWay(Instant now) {
        return state.running() && now.isBefore(deadline());
    }

    /** Whether others than its organizers have ever been meant to see it. */
    public boolean announced() {
        return timeline.announcedAt() != null;
    }

    /** Who may see it: of one that was given up before it was announced nobody but its organizers. */
    Visibility audience() {
        return announced() || state == ContestState.DRAFT ? definition.visibility() : Visibility.INVITED;
    }

    /** Whether it has opened, be it over already. */
    public boolean opened() {
        return timeline.openedAt() != null;
    }

    /** Whether an upload that was received then may begin. */
    public boolean takesUploadsOf(Instant receivedAt) {
        return state != ContestState.CANCELLED && timeline.takesUploadsOf(receivedAt);
    }

    /** Whether an upload that was received in time may still be accepted now: until the end and its grace are over. */
    public boolean accepts(Instant receivedAt, Instant now) {
        return takesUploadsOf(receivedAt)
                && !now.isAfter(timeline.lastAcceptance(definition.submissions().grace()));
    }
}
