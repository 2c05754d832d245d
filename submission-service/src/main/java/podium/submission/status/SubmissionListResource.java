package podium.submission.status;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.http.Cursor;
import podium.kit.http.Page;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestAccess;
import podium.submission.team.Team;
import podium.submission.team.TeamStore;

/**
 * Reading the submissions of a contest over HTTP: a team its own, organizers all. A class of its own because JAX-RS looks for
 * a method only in the classes whose path matches longest, and that is the one of the uploads.
 */
@Path("/api/v1/contests/{slug}/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions", description = "Send predictions, follow them, choose the final ones")
@RunOnVirtualThread
public class SubmissionListResource {
    private final ContestAccess access;
    private final TeamStore teams;
    private final SubmissionStore store;
    private final Caller caller;

    SubmissionListResource(ContestAccess access, TeamStore teams, SubmissionStore store, Caller caller) {
        this.access = access;
        this.teams = teams;
        this.store = store;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.CONTESTANT, Roles.ORGANIZER})
    @Operation(
            summary = "The submissions of the caller's team, newest first; to organizers those of all teams, or of one")
    @APIResponse(responseCode = "200", description = "A page of submissions")
    @APIResponse(responseCode = "403", description = "not-an-entrant: the caller is in no team")
    @APIResponse(responseCode = "404", description = "contest-unknown")
    public Page<SubmissionView> list(
            @PathParam("slug") String slug,
            @QueryParam("team") @Nullable UUID team,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Contest contest = access.visible(slug);
        UUID before = Cursor.parse(cursor).map(c -> c.id(0)).orElse(null);
        UUID of = contest.organizedBy(caller.subject()) ? team : ownTeam(contest, team);
        List<SubmissionEntity> rows = store.page(contest.id(), of, before, limit + 1);
        Set<UUID> selected = store.selected(rows.stream().map(row -> row.id).toList());
        return Page.of(rows, limit, row -> Cursor.of(row.id))
                .map(row -> SubmissionView.of(row, slug, selected.contains(row.id)));
    }

    private UUID ownTeam(Contest contest, @Nullable UUID asked) {
        UUID own = teams.ofMember(contest.id(), caller.subject())
                .map(Team::id)
                .orElseThrow(() -> Problems.forbidden("not-an-entrant", "Accept the terms and found a team first."));
        if (asked != null && !asked.equals(own)) {
            throw Problems.forbidden("not-your-team", "You can read the submissions of your own team only.");
        }
        return own;
    }
}
