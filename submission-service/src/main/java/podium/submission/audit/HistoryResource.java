package podium.submission.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.http.Cursor;
import podium.kit.http.Page;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestAccess;
import podium.submission.history.Head;
import podium.submission.history.HistoryStore;
import podium.submission.history.SealedEntry;

/** The history of a contest over HTTP. */
@Path("/api/v1/contests/{slug}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History", description = "What happened, sealed so that nobody can change it unnoticed")
@RunOnVirtualThread
public class HistoryResource {
    private final ContestAccess access;
    private final HistoryStore store;

    HistoryResource(ContestAccess access, HistoryStore store) {
        this.access = access;
        this.store = store;
    }

    /**
     * A part of a history.
     *
     * @param head the end of the whole chain
     * @param next the cursor that asks for the following part, absent at the end
     */
    @Schema(name = "History")
    public record HistoryView(
            Head head, List<SealedEntry> items, @Nullable String next) {}

    @GET
    @PermitAll
    @Operation(
            summary = "The sealed entries of the history, oldest first",
            description =
                    "The hash of an entry is the SHA-256 of the entry as canonical JSON (RFC 8785) without its member hash; previous is"
                            + " the hash of the entry before, 64 zeros for the first. People appear by their pseudonymous ids.")
    @APIResponse(responseCode = "200", description = "Entries and the head of the chain")
    @APIResponse(responseCode = "404", description = "contest-unknown: there is none, or the caller may not see it")
    public HistoryView history(
            @PathParam("slug") String slug,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        Contest contest = access.visible(slug);
        long after = Cursor.parse(cursor).map(c -> c.number(0)).orElse(0L);
        Head head = store.head(contest.id());
        // Entries that are sealed in between are not promised by this head.
        List<SealedEntry> rows = store.sealed(contest.id(), after, head.sequence(), limit + 1);
        Page<SealedEntry> page = Page.of(rows, limit, each -> Cursor.of(each.sequence()));
        return new HistoryView(head, page.items(), page.next());
    }
}
