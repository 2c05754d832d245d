package podium.scoring.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a rescore needs to know and to do of outcomes. Everything runs in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SwitchingVersion {
    private final OutcomeStore store;

    @Inject
    SwitchingVersion(OutcomeStore store) {
        this.store = store;
    }

    /** How many submissions that have a score under one version could not be scored under a later one. */
    public long countLost(UUID contestId, int before, int after) {
        return store.countLost(contestId, before, after);
    }

    /** Some teams whose sequence is still to be played again under the current version. */
    public List<UUID> teamsBehind(UUID contestId, int scoringVersion, int most) {
        return store.teamsBehind(contestId, scoringVersion, most);
    }

    /** How many scores of a version were told that were decided by then. */
    public int countScored(UUID contestId, int scoringVersion, Instant decidedBy) {
        return store.countScored(contestId, scoringVersion, decidedBy);
    }

    /** Forgets the candidates of a version that was discarded. */
    public void forget(UUID contestId, int scoringVersion) {
        store.forget(contestId, scoringVersion);
    }
}
