package podium.submission.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.outbox.Republisher;
import podium.kit.security.Caller;
import podium.kit.time.TimeSource;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestState;
import podium.submission.contest.ContestStore;

/** People become entrants by accepting exactly the terms that are in force. */
@ApplicationScoped
public class Acceptances implements Republisher {
    /** Where entrants and teams are told of; the key is the contest's id. */
    public static final String TOPIC = "teams";

    private static final int PAGE = 500;

    private final ContestStore contests;
    private final EntrantStore entrants;
    private final Outbox outbox;
    private final TimeSource time;

    Acceptances(ContestStore contests, EntrantStore entrants, Outbox outbox, TimeSource time) {
        this.contests = contests;
        this.entrants = entrants;
        this.outbox = outbox;
        this.time = time;
    }

    /** Accepts for the caller. */
    @Transactional
    public Acceptance accept(UUID contestId, int version, String sha256, Caller person) {
        // Shared: the contest cannot close, nor can the person be made its organizer, in between.
        Contest contest = contests.share(contestId).orElseThrow();
        Optional<Entrant> known = entrants.find(contestId, person.subject());
        Instant now = time.now();
        if (contest.organizedBy(person.subject())) {
            return new Acceptance.OrganizerCannotEnter();
        }
        if (known.isPresent() && known.get().status().equals(Entrant.REMOVED)) {
            return new Acceptance.Removed();
        }
        if (version != contest.termsVersion() || !sha256.equals(contest.termsSha256())) {
            return new Acceptance.TermsChanged(contest.termsVersion(), contest.termsSha256());
        }
        if (known.isPresent() && known.get().status().equals(Entrant.ACCEPTED)) {
            Instant before = known.get().acceptedAt();
            return new Acceptance.Accepted(version, sha256, before == null ? now : before, true);
        }
        if (!contest.underWay(now)) {
            return new Acceptance.NotOpen(contest.state().running() ? ContestState.CLOSED : contest.state());
        }
        long next = known.map(Entrant::version).orElse(0L) + 1;
        Entrant entrant =
                new Entrant(contestId, person.subject(), next, Entrant.ACCEPTED, version, now, Ids.next(), now);
        entrants.keepPerson(person, now);
        boolean first = entrants.save(entrant);
        if (first) {
            outbox.append(TOPIC, contestId.toString(), entrant.eventId(), now, entrant.event());
        }
        return new Acceptance.Accepted(version, sha256, now, !first);
    }

    @Override
    public void republish(Sink sink) {
        for (UUID contest : contests.ids()) {
            String last = "";
            for (var page = entrants.after(contest, last, PAGE);
                    !page.isEmpty();
                    page = entrants.after(contest, last, PAGE)) {
                page.forEach(
                        each -> sink.send(TOPIC, contest.toString(), each.eventId(), each.changedAt(), each.event()));
                last = page.getLast().subjectId();
            }
        }
    }
}
