package podium.scoring.integrity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.http.Cursor;
import podium.kit.http.Page;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.scoring.contest.ContestAccess;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;

/** What looks like copying or probing in a contest, for its organizers to judge. */
@Path("/api/v1/integrity-flags")
@RolesAllowed(Roles.ORGANIZER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Integrity",
        description = "What looks like copying or probing, for organizers to judge; it disqualifies nobody")
@RunOnVirtualThread
public class IntegrityFlagResource {
    private final ContestAccess access;
    private final ContestStore contests;
    private final FlagStore flags;
    private final Caller caller;

    @Inject
    IntegrityFlagResource(ContestAccess access, ContestStore contests, FlagStore flags, Caller caller) {
        this.access = access;
        this.contests = contests;
        this.flags = flags;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The flags of a contest, newest first; to its organizers")
    @APIResponse(responseCode = "200", description = "A page of flags with their evidence and reviews")
    @APIResponse(responseCode = "400", description = "kind-unknown")
    @APIResponse(responseCode = "403", description = "not-an-organizer of this contest")
    public Page<Flag> list(
            @QueryParam("contest") @NotNull String slug,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("reviewed") @Nullable Boolean reviewed,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        KnownContest contest = access.organizedByCaller(slug);
        UUID before = Cursor.parse(cursor).map(c -> c.id(0)).orElse(null);
        List<Flag> rows = flags.page(contest.id(), kind(kind), reviewed, before, limit + 1);
        return Page.of(rows, limit, flag -> Cursor.of(flag.id()));
    }

    @POST
    @Path("/{id}/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Note what one thinks of a flag, which is then reviewed until there is something new")
    @APIResponse(responseCode = "200", description = "The flag with all its reviews")
    @APIResponse(responseCode = "403", description = "not-an-organizer of the flag's contest")
    @APIResponse(responseCode = "404", description = "flag-unknown")
    public Flag review(@PathParam("id") UUID id, @NotNull @Valid ReviewRequest request) {
        Flag flag = flags.find(id).orElseThrow(IntegrityFlagResource::unknown);
        access.organizedByCaller(
                contests.find(flag.contestId()).map(KnownContest::slug).orElseThrow(IntegrityFlagResource::unknown));
        Instant seen = request.changedAt() == null ? flag.changedAt() : request.changedAt();
        flags.review(id, seen, caller.subject(), request.note().strip());
        return flags.find(id).orElseThrow(IntegrityFlagResource::unknown);
    }

    private static @Nullable FlagKind kind(@Nullable String word) {
        return word == null
                ? null
                : FlagKind.of(word).orElseThrow(() -> Problems.badRequest("kind-unknown", "The kinds are " + kinds()));
    }

    private static String kinds() {
        return Arrays.stream(FlagKind.values()).map(FlagKind::word).collect(Collectors.joining(", "));
    }

    private static ProblemException unknown() {
        return Problems.notFound("flag-unknown", "There is no flag with this id.");
    }

    /**
     * What somebody thinks of a flag.
     *
     * @param note for the other organizers
     * @param changedAt of the flag as they saw it: if something was added since, it stays open; null for the flag as it is
     */
    public record ReviewRequest(
            @NotBlank @Size(max = 2000) String note,
            @Nullable Instant changedAt) {}
}
