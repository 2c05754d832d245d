package podium.scoring.dataset;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.scoring.plan.Plan;

/**
 * Where a contest's data stands.
 *
 * @param contestId the contest
 * @param state what may happen next
 * @param raw the raw file, from {@code RAW} on
 * @param items the raw file about the items that are rated, if there is one
 * @param attemptId the attempt that plan, report and staged files belong to
 * @param plan what the attempt is to do
 * @param report what the privacy gate found, canonical JSON
 * @param reportSha256 its digest, which approvals name
 * @param staged the files to publish, if the gate let them pass
 * @param failure why the attempt failed, if it did
 * @param releaseId the release, once there is one
 * @param releasedAt when it was published
 * @param addendum what was added to the report later: that the keys are destroyed, signed JSON
 */
public record Dataset(
        UUID contestId,
        DatasetState state,
        @Nullable RawFile raw,
        @Nullable RawFile items,
        @Nullable UUID attemptId,
        @Nullable Plan plan,
        @Nullable String report,
        @Nullable String reportSha256,
        @Nullable StagedFiles staged,
        @Nullable String failure,
        @Nullable UUID releaseId,
        @Nullable Instant releasedAt,
        @Nullable String addendum) {

    /** The dataset of a contest for which nothing was uploaded. */
    static Dataset none(UUID contestId) {
        return new Dataset(
                contestId, DatasetState.NONE, null, null, null, null, null, null, null, null, null, null, null);
    }
}
