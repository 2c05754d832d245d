package podium.submission.selection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.outbox.Republisher;
import podium.kit.time.TimeSource;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestStore;
import podium.submission.contest.Contests;
import podium.submission.contest.Settlement;
import podium.submission.team.Team;
import podium.submission.team.TeamStore;

/** What teams put forward, and the moment from which neither that nor the number of submissions changes any more. */
@ApplicationScoped
public class Selections implements Republisher {
    private static final Logger LOG = Logger.getLogger(Selections.class);
    private static final int PAGE = 100;

    private final ContestStore contestStore;
    private final Contests contests;
    private final TeamStore teams;
    private final SelectionStore store;
    private final Outbox outbox;
    private final TimeSource time;

    Selections(
            ContestStore contestStore,
            Contests contests,
            TeamStore teams,
            SelectionStore store,
            Outbox outbox,
            TimeSource time) {
        this.contestStore = contestStore;
        this.contests = contests;
        this.teams = teams;
        this.store = store;
        this.outbox = outbox;
        this.time = time;
    }

    /** Puts exactly these submissions forward for the person's team; none takes the choice back. */
    @Transactional
    Selection select(UUID contestId, String subjectId, List<UUID> wanted) {
        Contest contest = contestStore.share(contestId).orElseThrow();
        Optional<Team> team = teams.ofMember(contestId, subjectId);
        if (team.isEmpty()) {
            return new Selection.NoTeam();
        }
        UUID teamId = team.get().id();
        teams.lock(teamId);
        Instant now = time.now();
        if (!contest.underWay(now)) {
            return new Selection.Closed();
        }
        List<UUID> ids = wanted.stream().distinct().toList();
        int limit = contest.definition().submissions().finalSelections();
        if (ids.size() > limit) {
            return new Selection.TooMany(limit);
        }
        List<UUID> selectable = store.selectable(teamId, ids);
        if (selectable.size() < ids.size()) {
            return new Selection.NotSelectable(
                    ids.stream().filter(id -> !selectable.contains(id)).toList());
        }
        store.replace(contestId, teamId, ids, subjectId, now);
        return new Selection.Selected(store.of(teamId));
    }

    /** Settles one contest whose grace is over; false if there is none. After the grace nothing can be accepted any more. */
    @Transactional
    public boolean settleOne() {
        Instant now = time.now();
        Optional<Contest> due = contestStore.lockUnsettled(now);
        due.ifPresent(contest -> settle(contest, now));
        return due.isPresent();
    }

    private void settle(Contest contest, Instant now) {
        UUID eventId = Ids.next();
        store.endReservations(contest.id());
        store.dropUnselectable(contest.id());
        ContestSettled settled = settled(contest.id(), now);
        contests.settled(contest.id(), now, eventId);
        outbox.append(Contests.TOPIC, contest.id().toString(), eventId, now, settled);
        LOG.infof("Contest %s is settled with %d submissions", contest.slug(), settled.acceptedCount());
    }

    private ContestSettled settled(UUID contestId, Instant at) {
        int accepted = Math.toIntExact(contestStore.acceptedSubmissions(contestId));
        return new ContestSettled(contestId, accepted, store.ofContest(contestId), at);
    }

    @Override
    public void republish(Sink sink) {
        UUID last = new UUID(0, 0);
        for (var page = contestStore.settledAfter(last, PAGE);
                !page.isEmpty();
                page = contestStore.settledAfter(last, PAGE)) {
            for (Settlement each : page) {
                ContestSettled event = read(each);
                sink.send(Contests.TOPIC, each.contestId().toString(), each.eventId(), each.at(), event);
            }
            last = page.getLast().contestId();
        }
    }

    private ContestSettled read(Settlement settlement) {
        return QuarkusTransaction.requiringNew().call(() -> settled(settlement.contestId(), settlement.at()));
    }
}
