package podium.submission.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.http.Cursor;
import podium.kit.http.Page;
import podium.kit.idempotency.Idempotent;
import podium.kit.problem.Problems;
import podium.kit.security.Roles;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestAccess;

/** Who was invited and who entered, for organizers. */
@Path("/api/v1/contests/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terms")
@RolesAllowed(Roles.ORGANIZER)
@RunOnVirtualThread
public class EntrantResource {
    private final ContestAccess access;
    private final EntrantStore entrants;
    private final Invitations invitations;

    EntrantResource(ContestAccess access, EntrantStore entrants, Invitations invitations) {
        this.access = access;
        this.entrants = entrants;
        this.invitations = invitations;
    }

    /** Whom to invite, by the subject ids of the identity provider. */
    @Schema(name = "InvitationRequest")
    public record InvitationRequest(
            @NotEmpty @Size(max = 1000) List<@NotNull @Size(min = 1, max = 255) String> people) {}

    /** Who is newly invited. */
    @Schema(name = "Invited")
    public record InvitedView(List<String> people) {}

    /**
     * A person in the contest, by pseudonymous id.
     *
     * @param status invited, accepted or removed
     * @param termsVersion the version of the terms that was accepted last
     */
    @Schema(name = "Entrant")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntrantView(
            String person,
            String status,
            @Nullable Integer termsVersion,
            @Nullable Instant acceptedAt) {}

    @POST
    @Path("/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Invite people; who is invited or has entered already stays that")
    @APIResponse(responseCode = "200", description = "Who is newly invited")
    @APIResponse(responseCode = "403", description = "not-an-organizer")
    @APIResponse(responseCode = "409", description = "organizer-cannot-enter, with subjects")
    public InvitedView invite(@PathParam("slug") String slug, @Valid @NotNull InvitationRequest body) {
        Contest contest = access.organized(slug);
        return switch (invitations.invite(contest.id(), body.people(), access.subject())) {
            case Inviting.Invited it -> new InvitedView(it.subjects());
            case Inviting.OrganizersCannotEnter it ->
                throw Problems.conflict("organizer-cannot-enter", "Who runs a contest cannot compete in it.")
                        .with("subjects", it.subjects());
        };
    }

    @GET
    @Path("/entrants")
    @Operation(summary = "Who was invited and who entered, by pseudonymous id")
    @APIResponse(responseCode = "200", description = "A page of entrants")
    @APIResponse(responseCode = "403", description = "not-an-organizer")
    public Page<EntrantView> entrants(
            @PathParam("slug") String slug,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        Contest contest = access.organized(slug);
        String after = Cursor.parse(cursor).map(c -> c.text(0)).orElse("");
        return Page.of(entrants.after(contest.id(), after, limit + 1), limit, each -> Cursor.of(each.subjectId()))
                .map(each -> new EntrantView(each.subjectId(), each.status(), each.termsVersion(), each.acceptedAt()));
    }
}
