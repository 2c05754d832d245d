package podium.submission.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import podium.submission.receipt.Receipt;

/**
 * A submission as its team and the organizers see it.
 *
 * @param steps what happened when, in order
 * @param releasedScore what the board may show; null unless scored
 * @param problems why it was rejected: the first rows that are wrong
 * @param counts how often each kind of problem occurred
 * @param reason why it failed
 * @param finalSelection whether the team put it forward for the private board
 */
@Schema(name = "Submission")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubmissionView(
        UUID id,
        String contest,
        UUID team,
        int ordinal,
        SubmissionState state,
        String sha256,
        long bytes,
        String contentEncoding,
        List<Step> steps,
        @Nullable Double releasedScore,

        @JsonRawValue @Schema(implementation = Object[].class) @Nullable
        String problems,

        @JsonRawValue @Schema(implementation = Object.class) @Nullable
        String counts,

        @Nullable String reason,
        boolean finalSelection,
        Receipt receipt) {

    /** One step of a submission. */
    @Schema(name = "SubmissionStep")
    public record Step(String step, Instant at) {}

    /**
     * The view of a row.
     *
     * @param slug of its contest
     */
    public static SubmissionView of(SubmissionEntity s, String slug, boolean finalSelection) {
        boolean scored = s.state() == SubmissionState.SCORED;
        boolean rejected = s.state() == SubmissionState.REJECTED;
        return new SubmissionView(
                s.id,
                slug,
                s.teamId,
                s.ordinal,
                s.state(),
                s.sha256,
                s.bytes,
                s.contentEncoding,
                steps(s),
                scored ? s.releasedScore : null,
                rejected ? s.problems : null,
                rejected ? s.counts : null,
                s.state() == SubmissionState.FAILED ? s.reason : null,
                finalSelection,
                s.receipt(slug));
    }

    private static List<Step> steps(SubmissionEntity s) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("received", s.receivedAt));
        steps.add(new Step("accepted", s.acceptedAt));
        add(steps, "rejected", s.rejectedAt);
        add(steps, "failed", s.failedAt);
        add(steps, "scored", s.scoredAt);
        return List.copyOf(steps);
    }

    private static void add(List<Step> steps, String step, @Nullable Instant at) {
        if (at != null) {
            steps.add(new Step(step, at));
        }
    }
}
