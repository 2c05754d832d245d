package podium.submission.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.time.TimeSource;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestStore;
import podium.submission.history.History;

/** Organizers invite people to a contest. */
@ApplicationScoped
public class Invitations {
    private final ContestStore contests;
    private final EntrantStore entrants;
    private final Outbox outbox;
    private final History history;
    private final TimeSource time;

    Invitations(ContestStore contests, EntrantStore entrants, Outbox outbox, History history, TimeSource time) {
        this.contests = contests;
        this.entrants = entrants;
        this.outbox = outbox;
        this.history = history;
        this.time = time;
    }

    /** What the history says of invitations. */
    record PeopleInvited(List<String> people) {}

    /** Invites people; who is invited, has entered or was removed stays that. */
    @Transactional
    public Inviting invite(UUID contestId, List<String> subjects, String by) {
        Contest contest = contests.share(contestId).orElseThrow();
        List<String> organizers = subjects.stream().filter(contest::organizedBy).toList();
        if (!organizers.isEmpty()) {
            return new Inviting.OrganizersCannotEnter(organizers);
        }
        Instant now = time.now();
        List<String> invited = subjects.stream()
                .distinct()
                .sorted()
                .filter(subject -> invite(contestId, subject, now))
                .toList();
        if (!invited.isEmpty()) {
            history.add(contestId, now, "people-invited", by, new PeopleInvited(invited));
        }
        return new Inviting.Invited(invited);
    }

    private boolean invite(UUID contestId, String subject, Instant now) {
        if (entrants.find(contestId, subject).isPresent()) {
            return false;
        }
        Entrant entrant = new Entrant(contestId, subject, 1, Entrant.INVITED, null, null, Ids.next(), now);
        boolean first = entrants.save(entrant);
        if (first) {
            outbox.append(Acceptances.TOPIC, contestId.toString(), entrant.eventId(), now, entrant.event());
        }
        return first;
    }
}
