package podium.submission.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import podium.submission.definition.ContestDefinition;

/**
 * A contest as the API shows it.
 *
 * @param organizers to organizers of the contest only
 * @param data whether there is something to download
 * @param deadline in force: the definition's, the end of last call, or when it was closed
 * @param pausedAt when the last pause began
 * @param resumedAt when the last pause ended; absent while it lasts
 * @param reason why the organizers paused it, cancelled it or ended it without an award
 * @param serverTime the clock that deadlines are held against
 */
@Schema(name = "Contest")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContestView(
        UUID id,
        String slug,
        long version,
        ContestState state,
        ContestDefinition definition,
        @Nullable List<String> organizers,
        TermsReference terms,
        String data,
        long acceptedSubmissions,
        Instant deadline,
        @Nullable Instant openedAt,
        @Nullable Instant lastCallAt,
        @Nullable Instant pausedAt,
        @Nullable Instant resumedAt,
        @Nullable Instant closedAt,
        @Nullable Instant settledAt,
        @Nullable String reason,
        Instant serverTime) {

    /** Which terms are in force; the text has a path of its own. */
    @Schema(name = "TermsReference")
    public record TermsReference(int version, String sha256) {}

    static ContestView of(Contest contest, String reader, long acceptedSubmissions, Instant now) {
        Timeline timeline = contest.timeline();
        return new ContestView(
                contest.id(),
                contest.slug(),
                contest.version(),
                contest.state(),
                contest.definition(),
                contest.organizedBy(reader)
                        ? contest.organizers().stream().sorted().toList()
                        : null,
                new TermsReference(contest.termsVersion(), contest.termsSha256()),
                contest.releasedAt() == null ? "none" : "released",
                acceptedSubmissions,
                timeline.deadline(),
                timeline.openedAt(),
                timeline.lastCallAt(),
                timeline.pausedAt(),
                timeline.resumedAt(),
                timeline.closedAt(),
                timeline.settledAt(),
                contest.reason(),
                now);
    }

    /** Changes whenever anything but the time of day does; begins with the version, which If-Match needs. */
    String tag() {
        return version + "-" + acceptedSubmissions + (settledAt == null ? "" : "-settled")
                + (organizers == null ? "" : "-o");
    }
}
