package podium.scoring.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import podium.scoring.fingerprint.Fingerprint;
import podium.scoring.metric.Values;
import podium.scoring.prediction.PredictionReading;
import podium.scoring.prediction.ProblemKind;
import podium.scoring.release.Submission;

/** What scoring does for integrity: it makes a fingerprint of each file and keeps it with the outcome. Compared is later. */
@ApplicationScoped
public class KeepingFingerprints {
    private final Samples samples;
    private final FingerprintStore store;

    @Inject
    KeepingFingerprints(Samples samples, FingerprintStore store) {
        this.samples = samples;
        this.store = store;
    }

    /** The fingerprint of predictions, which are only read; to be made before a kernel is given them. */
    public Fingerprint of(UUID contestId, Values predictions) {
        return samples.of(contestId, predictions.rows()).of(predictions);
    }

    /** Keeps the fingerprint of a file that was scored, in the transaction of its outcome; once, however often it is called. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void scored(Submission submission, Fingerprint fingerprint) {
        store.keep(submission, fingerprint);
    }

    /** Notes that a file was rejected, if it was for predictions out of range, in the transaction of its outcome. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void rejected(Submission submission, PredictionReading.Malformed reading) {
        Long predictions = reading.counts().get(ProblemKind.OUT_OF_RANGE);
        if (predictions != null) {
            store.keepRangeViolation(submission, predictions);
        }
    }
}
