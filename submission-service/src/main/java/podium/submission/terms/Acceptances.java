package podium.submission.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import podium.submission.definition.Eligibility;
import podium.submission.definition.Eligibility.Obstacle;
import podium.submission.history.History;

/** People become entrants by accepting exactly the terms that are in force. */
@ApplicationScoped
public class Acceptances implements Republisher {
    /** Where entrants and teams are told of; the key is the contest's id. */
    public static final String TOPIC = "teams";

    private static final int PAGE = 500;

    private final ContestStore contests;
    private final EntrantStore entrants;
    private final Claims claims;
    private final Outbox outbox;
    private final History history;
    private final TimeSource time;

    Acceptances(
            ContestStore contests,
            EntrantStore entrants,
            Claims claims,
            Outbox outbox,
            History history,
            TimeSource time) {
        this.contests = contests;
        this.entrants = entrants;
        this.claims = claims;
        this.outbox = outbox;
        this.history = history;
        this.time = time;
    }

    /** What somebody accepts: exactly these terms, and which sentences somebody affirms. */
    public record Wish(int version, String sha256, List<String> attestations) {}

    /** Accepts for the caller. */
    @Transactional
    public Acceptance accept(UUID contestId, Wish wish, Caller person) {
        // Shared: the contest cannot close, nor can the person be made its organizer, in between.
        Contest contest = contests.share(contestId).orElseThrow();
        Optional<Entrant> known = entrants.find(contestId, person.subject());
        Instant now = time.now();
        Optional<Acceptance> answer = withoutChange(contest, known, wish, person, now);
        if (answer.isPresent()) {
            return answer.get();
        }
        long next = known.map(Entrant::version).orElse(0L) + 1;
        Entrant entrant =
                new Entrant(contestId, person.subject(), next, Entrant.ACCEPTED, wish.version(), now, Ids.next(), now);
        entrants.keepPerson(person, now);
        boolean first = entrants.save(entrant);
        if (first) {
            entrants.addAcceptance(entrant, wish.sha256(), wish.attestations());
            outbox.append(TOPIC, contestId.toString(), entrant.eventId(), now, entrant.event());
            var entry = new TermsAccepted(wish.version(), wish.sha256(), wish.attestations());
            history.add(contestId, now, "terms-accepted", person.subject(), entry);
        }
        return new Acceptance.Accepted(wish.version(), wish.sha256(), now, !first);
    }

    /** What the history says of an acceptance. */
    record TermsAccepted(int version, String sha256, List<String> attestations) {}

    /** What is answered without anything being changed: a refusal, or that it was accepted before. */
    private Optional<Acceptance> withoutChange(
            Contest contest, Optional<Entrant> known, Wish wish, Caller person, Instant now) {
        String status = known.map(Entrant::status).orElse("");
        boolean entered = status.equals(Entrant.ACCEPTED);
        if (contest.organizedBy(person.subject())) {
            return Optional.of(new Acceptance.OrganizerCannotEnter());
        }
        if (status.equals(Entrant.REMOVED)) {
            return Optional.of(new Acceptance.Removed());
        }
        if (wish.version() != contest.termsVersion() || !wish.sha256().equals(contest.termsSha256())) {
            return Optional.of(new Acceptance.TermsChanged(contest.termsVersion(), contest.termsSha256()));
        }
        if (entered && known.get().accepted(wish.version())) {
            Instant before = known.get().acceptedAt();
            return Optional.of(
                    new Acceptance.Accepted(wish.version(), wish.sha256(), before == null ? now : before, true));
        }
        Eligibility eligibility = contest.definition().eligibleOrAnyone();
        List<Obstacle> obstacles = eligibility.obstacles(claims.of(person), entered || status.equals(Entrant.INVITED));
        List<String> missing = new ArrayList<>(eligibility.attestations());
        missing.removeAll(wish.attestations());
        return notNow(contest, entered, now)
                .or(() -> obstacles.isEmpty() ? Optional.empty() : Optional.of(new Acceptance.NotEligible(obstacles)))
                .or(() -> missing.isEmpty() ? Optional.empty() : Optional.of(new Acceptance.NotAttested(missing)));
    }

    /** Who has entered accepts new terms also when nobody can enter any more. */
    private static Optional<Acceptance> notNow(Contest contest, boolean entered, Instant now) {
        ContestState state = contest.state();
        if (entered && (state.running() || state == ContestState.CLOSED || state == ContestState.VERIFYING)) {
            return Optional.empty();
        }
        if (!contest.underWay(now)) {
            return Optional.of(new Acceptance.NotOpen(state.running() ? ContestState.CLOSED : state));
        }
        Instant deadline = contest.definition().entryDeadline();
        return deadline == null || now.isBefore(deadline)
                ? Optional.empty()
                : Optional.of(new Acceptance.EntryOver(deadline));
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
