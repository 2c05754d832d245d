package podium.submission.selection;

import java.util.List;
import java.util.UUID;

/** What came of a wish to put submissions forward. */
sealed interface Selection {

    /** They are put forward. */
    record Selected(List<UUID> submissionIds) implements Selection {}

    /** Nothing can be chosen once the contest is closed. */
    record Closed() implements Selection {}

    /** The person is in no team of the contest. */
    record NoTeam() implements Selection {}

    /** More than the contest allows. */
    record TooMany(int limit) implements Selection {}

    /** Not the team's, or rejected, or failed. */
    record NotSelectable(List<UUID> submissionIds) implements Selection {}
}
