package podium.submission.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import podium.kit.time.TimeSource;

/** Gives new entries their places in the chain; of several replicas one does it for a contest at a time. */
@ApplicationScoped
public class Sealing {
    private final HistoryStore store;
    private final TimeSource time;
    private final HistoryConfig config;

    Sealing(HistoryStore store, TimeSource time, HistoryConfig config) {
        this.store = store;
        this.time = time;
        this.config = config;
    }

    /** Seals what is new in one contest; false if there is nothing to seal. */
    @Transactional
    public boolean sealOne() {
        Optional<UUID> contest = store.lockUnsealed();
        contest.ifPresent(this::seal);
        return contest.isPresent();
    }

    private void seal(UUID contest) {
        List<Entry> entries = store.unsealed(contest, config.sealAtOnce());
        if (entries.isEmpty()) {
            return;
        }
        Head head = store.head(contest);
        List<SealedEntry> sealed = HashChain.seal(head.sequence(), head.hash(), entries);
        sealed.forEach(store::seal);
        store.head(contest, sealed.getLast(), time.now());
    }
}
