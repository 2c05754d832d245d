package podium.submission.team;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import podium.kit.idempotency.Idempotent;
import podium.kit.problem.Problems;
import podium.kit.problem.Violation;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestAccess;

/** Teams over HTTP. */
@Path("/api/v1/contests/{slug}/teams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams", description = "The ranked units of a contest")
@RunOnVirtualThread
public class TeamResource {
    private final ContestAccess access;
    private final Teams teams;
    private final TeamStore store;
    private final Caller caller;

    TeamResource(ContestAccess access, Teams teams, TeamStore store, Caller caller) {
        this.access = access;
        this.teams = teams;
        this.store = store;
        this.caller = caller;
    }

    /** What a team is to be called. */
    @Schema(name = "TeamRequest")
    public record TeamRequest(@NotNull String name) {}

    /** A team as its members see it. */
    @Schema(name = "Team")
    public record TeamView(UUID id, String contest, String name, List<String> members, String captain) {
        static TeamView of(Team team, String slug) {
            return new TeamView(team.id(), slug, team.name(), team.members(), team.captain());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTESTANT)
    @Idempotent
    @Operation(summary = "Found a team of one; its name is unique in the contest")
    @APIResponse(
            responseCode = "201",
            description = "The team",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    @APIResponse(responseCode = "403", description = "terms-not-accepted")
    @APIResponse(responseCode = "409", description = "already-in-a-team, team-name-taken, contest-not-open")
    @APIResponse(responseCode = "422", description = "invalid: the name has not 1 to 80 visible characters")
    public Response found(@PathParam("slug") String slug, @Valid @NotNull TeamRequest body) {
        Contest contest = access.enterable(slug);
        return switch (teams.found(contest.id(), body.name(), caller.subject())) {
            case TeamFounding.Founded it ->
                Response.created(URI.create("/api/v1/contests/" + slug + "/teams/mine"))
                        .entity(TeamView.of(it.team(), slug))
                        .build();
            case TeamFounding.TermsNotAccepted _ ->
                throw Problems.forbidden("terms-not-accepted", "Accept the terms of the contest first.");
            case TeamFounding.AlreadyInATeam it ->
                throw Problems.conflict(
                                "already-in-a-team",
                                "You are in the team " + it.team().name() + " already.")
                        .with("team", it.team().id());
            case TeamFounding.NameTaken _ ->
                throw Problems.conflict(
                        "team-name-taken", "Another team of this contest has that name, choose another.");
            case TeamFounding.NameInvalid _ ->
                throw Problems.unprocessable(List.of(new Violation("/name", "must have 1 to 80 visible characters")));
            case TeamFounding.NotOpen it ->
                throw Problems.conflict("contest-not-open", "Teams are founded while the contest is open.")
                        .with("state", it.state());
        };
    }

    @GET
    @Path("/mine")
    @RolesAllowed(Roles.CONTESTANT)
    @Operation(summary = "The caller's team in this contest")
    @APIResponse(responseCode = "404", description = "contest-unknown, team-unknown: the caller is in no team")
    public TeamView mine(@PathParam("slug") String slug) {
        Contest contest = access.visible(slug);
        return store.ofMember(contest.id(), caller.subject())
                .map(team -> TeamView.of(team, slug))
                .orElseThrow(() -> Problems.notFound("team-unknown", "You are in no team of this contest."));
    }
}
