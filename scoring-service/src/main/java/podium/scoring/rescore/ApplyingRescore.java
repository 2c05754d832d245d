package podium.scoring.rescore;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.time.TimeSource;
import podium.scoring.release.ReleasingOutcomes;
import podium.scoring.release.SwitchingVersion;
import podium.scoring.reveal.RevealingPrivateScores;
import podium.scoring.version.RescoreEntity;
import podium.scoring.version.ScoringVersionStore;

/**
 * Applies a rescore in steps, each a transaction: some teams' sequences are played again and told; when none is left, that
 * the rescore is applied, with the count of scores that a reader has to hold. Whoever dies in between leaves whole steps.
 */
@ApplicationScoped
class ApplyingRescore {
    private static final int TEAMS = 50;

    private final RescoreStore store;
    private final ScoringVersionStore versions;
    private final ReleasingOutcomes releasing;
    private final SwitchingVersion switching;
    private final RevealingPrivateScores revealing;
    private final Outbox outbox;
    private final TimeSource time;

    @Inject
    ApplyingRescore(
            RescoreStore store,
            ScoringVersionStore versions,
            ReleasingOutcomes releasing,
            SwitchingVersion switching,
            RevealingPrivateScores revealing,
            Outbox outbox,
            TimeSource time) {
        this.store = store;
        this.versions = versions;
        this.releasing = releasing;
        this.switching = switching;
        this.revealing = revealing;
        this.outbox = outbox;
        this.time = time;
    }

    /** The rescores that have a step to do. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<UUID> due() {
        return store.applying();
    }

    /** Does a step of a rescore; returns whether there are more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean step(UUID id) {
        UUID contestId = store.find(id).orElseThrow().contestId;
        versions.hold(contestId);
        RescoreEntity rescore = store.lock(id);
        if (!rescore.state.equals(RescoreEntity.APPLYING)) {
            return false;
        }
        List<UUID> teams = switching.teamsBehind(contestId, rescore.scoringVersion, TEAMS);
        teams.forEach(team -> releasing.bringUpToDate(team, contestId));
        if (teams.isEmpty()) {
            finish(rescore);
        }
        return !teams.isEmpty();
    }

    private void finish(RescoreEntity rescore) {
        rescore.scoredCount =
                switching.countScored(rescore.contestId, rescore.scoringVersion, requireNonNull(rescore.switchedAt));
        rescore.state = RescoreEntity.APPLIED;
        rescore.appliedAt = time.now();
        rescore.eventId = Ids.next();
        outbox.append(
                RescoreApplied.TOPIC, rescore.contestId.toString(), rescore.eventId, rescore.appliedAt, event(rescore));
        revealing.outcomeDecided(rescore.contestId);
    }

    /** The event of a rescore that is applied. */
    static RescoreApplied event(RescoreEntity rescore) {
        return new RescoreApplied(
                rescore.contestId,
                rescore.scoringVersion,
                requireNonNull(rescore.scoredCount),
                requireNonNull(rescore.switchedAt),
                requireNonNull(rescore.appliedAt));
    }
}
