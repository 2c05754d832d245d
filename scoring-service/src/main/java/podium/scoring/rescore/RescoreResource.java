package podium.scoring.rescore;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.http.Cursor;
import podium.kit.http.Page;
import podium.kit.idempotency.Idempotent;
import podium.kit.problem.Problems;
import podium.kit.problem.Violation;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.scoring.contest.ContestAccess;
import podium.scoring.contest.KnownContest;

/** Rescores of a contest, for its organizers. */
@Path("/api/v1/rescores")
@RolesAllowed(Roles.ORGANIZER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rescores", description = "Score all submissions of a contest again: try, then apply or discard")
@RunOnVirtualThread
public class RescoreResource {
    private final ContestAccess access;
    private final Rescores rescores;
    private final Caller caller;

    @Inject
    RescoreResource(ContestAccess access, Rescores rescores, Caller caller) {
        this.access = access;
        this.rescores = rescores;
        this.caller = caller;
    }

    /** Begins a dry run over all submissions of the contest; nothing is told of it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin a dry run over all submissions of a contest; nothing is told of it")
    @APIResponse(
            responseCode = "202",
            description = "The rescore; Location is where to follow it",
            content = @Content(schema = @Schema(implementation = RescoreView.class)))
    @APIResponse(responseCode = "403", description = "not-an-organizer of this contest")
    @APIResponse(
            responseCode = "409",
            description = "data-not-released, rescore-in-progress, scores-revealed, files-unknown")
    @APIResponse(responseCode = "422", description = "rescore-invalid, with everything that is wrong")
    @Idempotent
    public Response begin(RescoreRequest request) {
        String slug = request.contest();
        if (slug == null) {
            throw Problems.unprocessable("rescore-invalid", List.of(new Violation("/contest", "Name the contest.")));
        }
        KnownContest contest = access.organizedByCaller(slug);
        UUID id = rescores.begin(contest, request, caller.subject());
        return Response.accepted(rescores.view(contest, id))
                .location(URI.create("/api/v1/rescores/" + id))
                .build();
    }

    /** All of a contest, the newest first. */
    @GET
    @Operation(summary = "The rescores of a contest, newest first, without who would move")
    @APIResponse(responseCode = "200", description = "A page of rescores")
    @APIResponse(responseCode = "403", description = "not-an-organizer of this contest")
    public Page<RescoreView> list(
            @QueryParam("contest") @NotNull String slug,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        UUID before = Cursor.parse(cursor).map(c -> c.id(0)).orElse(null);
        List<RescoreView> rows = rescores.page(access.organizedByCaller(slug), before, limit + 1);
        return Page.of(rows, limit, rescore -> Cursor.of(rescore.id()));
    }

    /** How far it is; once it is ready, who would move. */
    @GET
    @Path("{id}")
    @Operation(summary = "How far a rescore is; once it is ready, who would move")
    @APIResponse(responseCode = "200", description = "The rescore")
    @APIResponse(responseCode = "404", description = "rescore-unknown")
    public RescoreView get(@PathParam("id") UUID id) {
        return rescores.view(contest(id), id);
    }

    /** Makes its version the current one; every score of it is told. */
    @POST
    @Path("{id}/apply")
    @Operation(summary = "Make its version the current one; every score of it is told, and the board switches at once")
    @APIResponse(
            responseCode = "202",
            description = "The rescore, which is being applied",
            content = @Content(schema = @Schema(implementation = RescoreView.class)))
    @APIResponse(responseCode = "404", description = "rescore-unknown")
    @APIResponse(
            responseCode = "409",
            description = "rescore-not-ready, rescore-ended, rescore-loses-scores, scores-revealed")
    @Idempotent
    public Response apply(@PathParam("id") UUID id) {
        KnownContest contest = contest(id);
        rescores.apply(id);
        return Response.accepted(rescores.view(contest, id)).build();
    }

    /** Forgets it. */
    @POST
    @Path("{id}/discard")
    @Operation(summary = "Forget a dry run")
    @APIResponse(responseCode = "200", description = "The rescore, discarded")
    @APIResponse(responseCode = "404", description = "rescore-unknown")
    @APIResponse(responseCode = "409", description = "rescore-ended")
    @Idempotent
    public RescoreView discard(@PathParam("id") UUID id) {
        KnownContest contest = contest(id);
        rescores.discard(id);
        return rescores.view(contest, id);
    }

    private KnownContest contest(UUID id) {
        UUID contestId = rescores.contestOf(id)
                .orElseThrow(() -> Problems.notFound("rescore-unknown", "There is no such rescore."));
        return access.organizedByCaller(contestId);
    }
}
