package podium.scoring.dataset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Event: the anonymized files are in the release store; only now can the contest open. */
public record DatasetReleased(
        UUID contestId,
        UUID releaseId,
        List<StagedFiles.ReleaseFile> files,
        String reportSha256,
        List<String> approvers,
        Instant releasedAt) {}
