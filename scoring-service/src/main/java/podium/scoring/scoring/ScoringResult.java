package podium.scoring.scoring;

import java.util.Optional;
import podium.scoring.fingerprint.Fingerprint;
import podium.scoring.release.Outcome;

/**
 * What came of a file.
 *
 * @param outcome its outcome
 * @param fingerprint what it is compared with other files by; empty if it could not be read, or was not read for the first
 *     time
 */
record ScoringResult(Outcome outcome, Optional<Fingerprint> fingerprint) {
    /** Nothing came of it. */
    static ScoringResult failed(String reason) {
        return new ScoringResult(new Outcome.Failed(reason), Optional.empty());
    }
}
