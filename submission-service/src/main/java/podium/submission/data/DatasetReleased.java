package podium.submission.data;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Event of scoring-service: the anonymized files are in the release store; only now can the contest open. */
public record DatasetReleased(UUID contestId, UUID releaseId, List<File> files, Instant releasedAt) {

    public DatasetReleased {
        files = List.copyOf(files);
    }

    /**
     * A released file.
     *
     * @param rows data rows, header not counted
     */
    public record File(String name, UUID fileId, long bytes, String sha256, long rows) {}
}
