package podium.submission.contest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import podium.kit.idempotency.Idempotent;
import podium.kit.security.Roles;

/** What organizers do to the state of a contest, over HTTP. */
@Path("/api/v1/contests/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contests")
@RolesAllowed(Roles.ORGANIZER)
@RunOnVirtualThread
public class CourseResource {
    private final Phases phases;
    private final ContestAccess access;
    private final ContestAnswers answers;

    CourseResource(Phases phases, ContestAccess access, ContestAnswers answers) {
        this.phases = phases;
        this.access = access;
        this.answers = answers;
    }

    /** Why; entrants read it. */
    @Schema(name = "Reason")
    public record Reason(@NotBlank @Size(max = 1000) String reason) {}

    @POST
    @Path("/schedule")
    @Idempotent
    @Operation(summary = "Announce a draft whose data are released; it opens by the clock at opensAt")
    @APIResponse(
            responseCode = "200",
            description = "The scheduled contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(
            responseCode = "409",
            description = "contest-not-draft, data-not-released, opening-missing, deadline-over")
    public Response schedule(@PathParam("slug") String slug) {
        return moved(slug, phases::schedule);
    }

    @POST
    @Path("/withdraw")
    @Idempotent
    @Operation(summary = "Take the announcement back; the contest is a draft again")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-scheduled")
    public Response withdraw(@PathParam("slug") String slug) {
        return moved(slug, phases::withdraw);
    }

    @POST
    @Path("/open")
    @Idempotent
    @Operation(summary = "Open a contest whose data are released, now")
    @APIResponse(
            responseCode = "200",
            description = "The open contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-draft, data-not-released, too-early, deadline-over")
    public Response open(@PathParam("slug") String slug) {
        return moved(slug, phases::open);
    }

    @POST
    @Path("/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Take no submissions until it is resumed",
            description = "Uploads in progress have the grace. The deadline stands: extend it if entrants lose time.")
    @APIResponse(
            responseCode = "200",
            description = "The paused contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-open")
    public Response pause(@PathParam("slug") String slug, @Valid @NotNull Reason body) {
        return moved(slug, (id, by) -> phases.pause(id, by, body.reason()));
    }

    @POST
    @Path("/resume")
    @Idempotent
    @Operation(summary = "End a pause")
    @APIResponse(
            responseCode = "200",
            description = "The contest, open or in last call",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-paused")
    public Response resume(@PathParam("slug") String slug) {
        return moved(slug, phases::resume);
    }

    @POST
    @Path("/close")
    @Idempotent
    @Operation(summary = "Close a contest before its time")
    @APIResponse(
            responseCode = "200",
            description = "The closed contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-open")
    public Response close(@PathParam("slug") String slug) {
        return moved(slug, phases::close);
    }

    @POST
    @Path("/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "End a closed contest without an award: nobody could be confirmed")
    @APIResponse(
            responseCode = "200",
            description = "The contest, ended without an award",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-closed, contest-not-settled")
    public Response end(@PathParam("slug") String slug, @Valid @NotNull Reason body) {
        return moved(slug, (id, by) -> phases.end(id, by, body.reason()));
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Give a contest up before its deadline",
            description =
                    "Nothing is accepted any more, private scores are not revealed, nobody wins. This cannot be undone.")
    @APIResponse(
            responseCode = "200",
            description = "The cancelled contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-over")
    public Response cancel(@PathParam("slug") String slug, @Valid @NotNull Reason body) {
        return moved(slug, (id, by) -> phases.cancel(id, by, body.reason()));
    }

    @POST
    @Path("/archive")
    @Idempotent
    @Operation(
            summary = "Archive a contest that is awarded, ended without an award or cancelled",
            description =
                    "The keys of its data are destroyed: pseudonyms cannot be linked to people any more, by nobody, and raw data and"
                            + " labels are gone. Boards, receipts and released files stay. This cannot be undone.")
    @APIResponse(
            responseCode = "200",
            description = "The archived contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-ended, contest-not-settled")
    public Response archive(@PathParam("slug") String slug) {
        return moved(slug, phases::archive);
    }

    private Response moved(String slug, BiFunction<UUID, String, ContestChange> move) {
        return answers.shown(move.apply(access.organized(slug).id(), access.subject()));
    }
}
