package podium.scoring.integrity;

import java.util.UUID;
import podium.scoring.metric.Values;

/** Reads files again that were scored. */
public interface PredictionFiles {

    /** What is true of the hidden rows of a contest. */
    Values labels(UUID contestId);

    /**
     * The predictions of a submission, as they were scored.
     *
     * @throws podium.kit.file.StoreException a store cannot be read, or not now
     * @throws IllegalStateException the file is not the one that was scored
     */
    Values read(UUID submissionId);
}
