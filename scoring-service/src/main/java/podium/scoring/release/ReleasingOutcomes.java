package podium.scoring.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.time.TimeSource;
import podium.scoring.contest.BoardRules;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.version.ScoringVersionStore;

/**
 * Keeps what became of a submission, and releases the outcomes of its team that are due.
 *
 * <p>Scoring runs in parallel; this is the step that does not. Under the lock of the team's row an outcome is noted and then
 * the longest run without a gap, from the ordinal that comes next, is released, each outcome with its event, in the
 * caller's transaction. An outcome that comes before its turn waits in the table; the one that fills the gap releases it.
 *
 * <p>What is released of a score the contest's {@link ReleaseRule} says, from the score and what the team was last told;
 * rejected and failed submissions change nothing for it. Every outcome keeps the place at which it was released and all
 * that the rule saw, so the sequence of a team can be played again: from its released outcomes in the order of these
 * places, which is the order of the ordinals but for those that are scored late.
 *
 * <p>It is played again when the contest was switched to another scoring version, under the same lock: team by team by the
 * rescore, or by the next outcome of the team if that comes first. Those that had failed and have a score now come last, as
 * they would have if they had been scored late. Only scores are told again.
 */
@ApplicationScoped
public class ReleasingOutcomes {
    private final OutcomeStore store;
    private final ScoringVersionStore versions;
    private final Outbox outbox;
    private final TimeSource time;
    private final ContestStore contests;

    @Inject
    ReleasingOutcomes(
            OutcomeStore store, ScoringVersionStore versions, Outbox outbox, TimeSource time, ContestStore contests) {
        this.store = store;
        this.versions = versions;
        this.contests = contests;
        this.outbox = outbox;
        this.time = time;
    }

    /** Whether it is decided what became of a submission under a version; once it is, it stays. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isDecided(UUID submissionId, int scoringVersion) {
        return store.exists(submissionId, scoringVersion);
    }

    /**
     * Decides what became of a submission under a version, unless that is decided already, and releases what is due. The
     * caller holds the contest's versions. Under a version that is not the current one yet the outcome is a candidate, kept
     * and told to nobody; under one that is no longer current there is nothing to decide.
     *
     * @return whether this decided it under the current version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean decide(Submission submission, int scoringVersion, Outcome outcome) {
        int current = versions.current(submission.contestId());
        if (scoringVersion > current) {
            propose(Map.of(submission, outcome), scoringVersion);
        }
        if (scoringVersion != current) {
            return false;
        }
        TeamReleaseEntity team = store.lock(submission.teamId(), submission.contestId());
        // Only under the lock is this certain: the same submission may be in the hands of two replicas.
        if (store.exists(submission.id(), current)) {
            return false;
        }
        Instant now = time.now();
        playAgainIfBehind(team, current, now);
        store.add(OutcomeEntity.of(submission, current, outcome, now));
        releaseDue(team, now);
        return true;
    }

    /**
     * Keeps outcomes under a version that is not the current one yet, and tells nobody. The caller holds the versions of
     * their contests. What is decided already stays.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void propose(Map<Submission, Outcome> outcomes, int scoringVersion) {
        Set<UUID> decided = store.existing(outcomes.keySet(), scoringVersion);
        Instant now = time.now();
        outcomes.forEach((submission, outcome) -> {
            if (!decided.contains(submission.id())) {
                store.add(OutcomeEntity.of(submission, scoringVersion, outcome, now));
            }
        });
    }

    /** Plays the sequence of a team again if its releases are not of the current version. The caller holds the versions. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void bringUpToDate(UUID teamId, UUID contestId) {
        TeamReleaseEntity team = store.lock(teamId, contestId);
        Instant now = time.now();
        playAgainIfBehind(team, versions.current(contestId), now);
        releaseDue(team, now);
    }

    private void playAgainIfBehind(TeamReleaseEntity team, int version, Instant now) {
        if (team.scoringVersion >= version) {
            return;
        }
        List<OutcomeEntity> before = store.released(team.teamId, team.scoringVersion);
        Map<UUID, OutcomeEntity> after = store.from(team.teamId, 1, version).stream()
                .collect(Collectors.toMap(outcome -> outcome.id.submissionId(), Function.identity()));
        team.restart(version);
        for (OutcomeEntity outcome : ReplayOrder.of(before, after, missing -> carried(missing, version, now))) {
            play(team, outcome, now);
            outcome.releasedAt = now;
            outcome.releasePosition = ++team.releasedCount;
        }
    }

    private OutcomeEntity carried(OutcomeEntity before, int version, Instant now) {
        OutcomeEntity carried = OutcomeEntity.carried(before, version, now);
        store.add(carried);
        return carried;
    }

    private void releaseDue(TeamReleaseEntity team, Instant now) {
        List<OutcomeEntity> waiting = store.from(team.teamId, team.nextOrdinal, team.scoringVersion);
        for (OutcomeEntity outcome : waiting) {
            if (outcome.ordinal != team.nextOrdinal) {
                return;
            }
            release(team, outcome, now);
        }
    }

    private void release(TeamReleaseEntity team, OutcomeEntity outcome, Instant now) {
        team.nextOrdinal++;
        if (outcome.isScored()) {
            play(team, outcome, now);
        } else {
            tell(outcome, now);
        }
        outcome.releasedAt = now;
        outcome.releasePosition = ++team.releasedCount;
    }

    /** Releases a score with its statistics; of an outcome without one there is nothing to tell. */
    private void play(TeamReleaseEntity team, OutcomeEntity outcome, Instant now) {
        if (!outcome.isScored()) {
            return;
        }
        boolean accepted = releaseScore(team, outcome);
        tell(outcome, now);
        if (accepted && Double.isFinite(outcome.blockScore().standardError())) {
            UUID statisticsEventId = Ids.next();
            outcome.statisticsEventId = statisticsEventId;
            outbox.append(
                    ScoreStatistics.TOPIC,
                    outcome.contestId.toString(),
                    statisticsEventId,
                    now,
                    OutcomeEvents.statistics(outcome));
        }
    }

    private void tell(OutcomeEntity outcome, Instant now) {
        UUID eventId = Ids.next();
        outcome.eventId = eventId;
        outbox.append(OutcomeEvents.TOPIC, outcome.contestId.toString(), eventId, now, OutcomeEvents.payload(outcome));
    }

    /** Releases the outcome's own score, or the team's last one again; returns whether it was its own. */
    private boolean releaseScore(TeamReleaseEntity team, OutcomeEntity outcome) {
        Optional<LastRelease> own =
                ReplayOrder.rule(rules(outcome.contestId), outcome).release(team.last(), outcome.blockScore());
        own.ifPresent(team::setLast);
        outcome.releasedScore = team.releasedScore;
        return own.isPresent();
    }

    private BoardRules rules(UUID contestId) {
        KnownContest contest = contests.find(contestId)
                .orElseThrow(() -> new IllegalStateException("Scored without a contest: " + contestId));
        return contest.board();
    }
}
