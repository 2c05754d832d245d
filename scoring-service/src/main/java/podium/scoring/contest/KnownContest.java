package podium.scoring.contest;

import java.util.List;
import java.util.UUID;

/**
 * What scoring knows of a contest: the newest snapshot that it was told.
 *
 * @param id the contest
 * @param version the version of the snapshot, growing
 * @param slug its name in URLs
 * @param state where it stands
 * @param visibility who may see it
 * @param organizers the pseudonymous subject ids of the people who run it, at least one
 * @param task what is to be predicted and how it is scored
 * @param maxBytes the largest prediction file, as sent and unpacked
 * @param board what the live board may show
 */
public record KnownContest(
        UUID id,
        int version,
        String slug,
        ContestState state,
        Visibility visibility,
        List<String> organizers,
        Task task,
        long maxBytes,
        BoardRules board) {

    public KnownContest {
        organizers = List.copyOf(organizers);
    }

    /** Whether a person is one of those who run this contest. */
    public boolean isOrganizer(String subjectId) {
        return organizers.contains(subjectId);
    }
}
