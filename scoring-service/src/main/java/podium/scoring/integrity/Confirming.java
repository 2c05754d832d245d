package podium.scoring.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import podium.scoring.fingerprint.FullComparison;
import podium.scoring.fingerprint.OwnChange;
import podium.scoring.metric.Values;

/**
 * Looks into a suspicion: both files are read again and compared row by row, and only what holds then becomes a flag. One
 * at a time on each replica, so that two files are in memory, 16 bytes a row.
 *
 * <p>A residual correlation is not computed again over all rows, for this would take the files of the whole panel; its 99 %
 * interval is kept with it, which at 4,096 cells and .99 is .0016 wide.
 */
@ApplicationScoped
class Confirming {
    private static final Logger LOG = Logger.getLogger(Confirming.class);

    private final SuspicionStore suspicions;
    private final FingerprintStore store;
    private final FlagStore flags;
    private final PredictionFiles files;
    private final IntegrityConfig config;

    @Inject
    Confirming(
            SuspicionStore suspicions,
            FingerprintStore store,
            FlagStore flags,
            PredictionFiles files,
            IntegrityConfig config) {
        this.suspicions = suspicions;
        this.store = store;
        this.flags = flags;
        this.files = files;
        this.config = config;
    }

    /** Whether there was something to look into. */
    boolean next() {
        Optional<Suspicion> claimed = suspicions.claim(config.lease());
        claimed.ifPresent(this::lookInto);
        return claimed.isPresent();
    }

    private void lookInto(Suspicion suspicion) {
        try {
            KeptFile file = store.find(suspicion.submissionId());
            KeptFile other = store.find(suspicion.otherId());
            if (!isFlagged(suspicion, file, other)) {
                compare(suspicion, file, other);
            }
            suspicions.remove(suspicion.id());
        } catch (RuntimeException e) {
            if (suspicion.tries() < config.tries()) {
                LOG.warnf(e, "Submissions %s and %s are compared later", suspicion.submissionId(), suspicion.otherId());
                suspicions.giveBack(suspicion, config.pauseAfterTrouble());
            } else {
                LOG.errorf(
                        e, "Submissions %s and %s cannot be compared", suspicion.submissionId(), suspicion.otherId());
                suspicions.remove(suspicion.id());
            }
        }
    }

    /** Whether a flag about the two teams waits for a review already: another pair of their files tells nothing new. */
    private boolean isFlagged(Suspicion suspicion, KeptFile file, KeptFile other) {
        return suspicion.kind() != FlagKind.SMALL_CHANGE
                && flags.unreviewed(suspicion.kind(), suspicion.contestId(), file.teamsWith(other)) > 0;
    }

    private void compare(Suspicion suspicion, KeptFile file, KeptFile other) {
        Values labels = files.labels(suspicion.contestId());
        FullComparison exact =
                FullComparison.of(files.read(file.submissionId()), files.read(other.submissionId()), labels);
        boolean own = suspicion.kind() == FlagKind.SMALL_CHANGE;
        boolean holds =
                switch (suspicion.kind()) {
                    case NEARLY_EQUAL -> exact.agreement().nearlyEqual();
                    case SMALL_CHANGE -> OwnChange.small(exact.changedRows(), exact.rows());
                    // Found in the sample; the exact figures go with it.
                    case RESIDUAL_CORRELATION -> true;
                    case IDENTICAL, CONSTANT_OUTSIDE_BLOCK, OUT_OF_RANGE ->
                        throw new IllegalStateException("Never suspected, always known: " + suspicion.kind());
                };
        if (holds) {
            flags.raise(
                    suspicion.kind(),
                    suspicion.contestId(),
                    own ? file.teamId().toString() : file.teamsWith(other),
                    Facts.pair(exact, suspicion.residual()),
                    List.of(other.submitted(), file.submitted()));
        }
    }
}
