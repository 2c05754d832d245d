package podium.scoring.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.scoring.background.TaskProgress;
import podium.scoring.plan.HierarchyStore.HierarchyInfo;
import podium.scoring.plan.Plan;
import podium.scoring.raw.ColumnProfile;

/**
 * A dataset as its organizers see it.
 *
 * @param contest the contest's name in URLs
 * @param items the raw file about the items that are rated
 * @param progress how far the attempt is, while it is being processed
 * @param report the risk report, exactly as it was hashed
 * @param addendum what was added to the report later, signed: that the keys are destroyed
 * @param files names, lengths and digests of the files that are or will be published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetView(
        String contest,
        UUID contestId,
        DatasetState state,
        @Nullable RawView raw,
        @Nullable RawView items,
        List<HierarchyInfo> hierarchies,
        @Nullable Plan plan,
        @Nullable TaskProgress progress,
        @Nullable @JsonRawValue String report,
        List<Approval> approvals,
        int approvalsNeeded,
        List<FileView> files,
        @Nullable UUID releaseId,
        @Nullable Instant releasedAt,
        @Nullable @JsonRawValue String addendum,
        @Nullable String failure) {

    /** The raw file. */
    public record RawView(
            String sha256, long bytes, Instant uploadedAt, String separator, long rows, List<ColumnProfile> columns) {}

    /** A file that is or will be published. */
    public record FileView(String name, long bytes, String sha256, long rows) {}

    static DatasetView of(
            String slug,
            Dataset dataset,
            List<HierarchyInfo> hierarchies,
            @Nullable TaskProgress progress,
            List<Approval> approvals,
            int needed) {
        return new DatasetView(
                slug,
                dataset.contestId(),
                dataset.state(),
                raw(dataset.raw()),
                raw(dataset.items()),
                hierarchies,
                dataset.plan(),
                progress,
                dataset.report(),
                approvals,
                needed,
                files(dataset.staged()),
                dataset.releaseId(),
                dataset.releasedAt(),
                dataset.addendum(),
                dataset.failure());
    }

    private static @Nullable RawView raw(@Nullable RawFile raw) {
        return raw == null
                ? null
                : new RawView(
                        raw.sha256(),
                        raw.bytes(),
                        raw.uploadedAt(),
                        raw.profile().separator(),
                        raw.profile().rows(),
                        raw.profile().columns());
    }

    private static List<FileView> files(@Nullable StagedFiles staged) {
        return staged == null
                ? List.of()
                : staged.files().stream()
                        .map(f -> new FileView(f.name(), f.bytes(), f.sha256(), f.rows()))
                        .toList();
    }
}
