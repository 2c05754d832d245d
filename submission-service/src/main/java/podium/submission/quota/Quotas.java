package podium.submission.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.id.Ids;
import podium.kit.time.TimeSource;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestStore;
import podium.submission.status.SubmissionEntity;
import podium.submission.status.SubmissionStore;
import podium.submission.team.Team;
import podium.submission.team.TeamStore;

/**
 * Decides who may send. A place is taken before the body is read, under the team's lock, so that fifty uploads at once get
 * exactly as many places as there are; it ends with its lease, so that a replica that dies takes no attempt with it.
 */
@ApplicationScoped
public class Quotas {
    private final ContestStore contests;
    private final TeamStore teams;
    private final SubmissionStore submissions;
    private final ReservationStore store;
    private final TimeSource time;
    private final LeaseConfig config;

    Quotas(
            ContestStore contests,
            TeamStore teams,
            SubmissionStore submissions,
            ReservationStore store,
            TimeSource time,
            LeaseConfig config) {
        this.contests = contests;
        this.teams = teams;
        this.submissions = submissions;
        this.store = store;
        this.time = time;
        this.config = config;
    }

    /**
     * Takes a place.
     *
     * @param receivedAt decides deadline and day
     * @param key the client's name for this upload, null if it has none
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Booking book(UUID contestId, String subjectId, Instant receivedAt, @Nullable String key) {
        Contest contest = contests.share(contestId).orElseThrow();
        Optional<Team> team = teams.ofMember(contestId, subjectId);
        if (!contest.opened()) {
            return new Booking.NotOpen();
        }
        if (team.isEmpty()) {
            return contest.takesUploadsOf(receivedAt) ? new Booking.NoTeam() : new Booking.Closed(contest.deadline());
        }
        teams.lock(team.get().id());
        Instant now = time.now();
        if (key != null) {
            Optional<SubmissionEntity> before = submissions.byKey(contestId, subjectId, key);
            if (before.isPresent()) {
                return new Booking.SentBefore(before.get().id);
            }
            if (store.keyInUse(contestId, subjectId, key, now)) {
                return new Booking.BeingSent();
            }
        }
        if (!contest.accepts(receivedAt, now)) {
            return new Booking.Closed(contest.deadline());
        }
        Quota quota = new Quota(
                Quota.dayOf(receivedAt),
                contest.definition().submissions().perDay(),
                store.used(team.get().id(), Quota.dayOf(receivedAt), now));
        if (quota.exhausted()) {
            return new Booking.Exhausted(quota);
        }
        Reservation reservation =
                new Reservation(Ids.next(), contestId, team.get().id(), subjectId, Ids.next(), quota.day(), receivedAt);
        store.add(reservation, now.plus(config.lease()), key);
        return new Booking.Booked(reservation, quota.plusOne());
    }

    /** Goes on holding a place; false if its lease is over. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean renew(Reservation reservation) {
        Instant now = time.now();
        return store.renew(reservation.id(), now, now.plus(config.lease()));
    }

    /** Gives a place to the submission that takes it, in the transaction that adds that one; false if its lease is over. */
    @Transactional(TxType.MANDATORY)
    public boolean redeem(Reservation reservation, Instant now) {
        return store.redeem(reservation.id(), now);
    }

    /** Gives a place back. */
    @Transactional(TxType.REQUIRES_NEW)
    public void release(Reservation reservation) {
        store.release(reservation.id());
    }

    /** Whether an upload is written to this file, or was and became a submission. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean knowsFile(UUID fileId) {
        return store.knowsFile(fileId);
    }

    /** Removes places whose lease is over. */
    @Transactional
    public int removeExpired() {
        return store.removeExpired(time.now());
    }
}
