package podium.submission.selection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestAccess;
import podium.submission.team.TeamStore;

/** The final selection of a team over HTTP. */
@Path("/api/v1/contests/{slug}/final-selection")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@RunOnVirtualThread
public class SelectionResource {
    private final ContestAccess access;
    private final Selections selections;
    private final SelectionStore store;
    private final TeamStore teams;
    private final Caller caller;

    SelectionResource(
            ContestAccess access, Selections selections, SelectionStore store, TeamStore teams, Caller caller) {
        this.access = access;
        this.selections = selections;
        this.store = store;
        this.teams = teams;
        this.caller = caller;
    }

    /** What a team puts forward for the private board. */
    @Schema(name = "FinalSelection")
    public record FinalSelection(@NotNull @Size(max = 100) List<@NotNull UUID> submissionIds) {}

    @GET
    @RolesAllowed(Roles.CONTESTANT)
    @Operation(summary = "What the caller's team puts forward for the private board")
    @APIResponse(responseCode = "403", description = "not-an-entrant")
    public FinalSelection get(@PathParam("slug") String slug) {
        Contest contest = access.visible(slug);
        return teams.ofMember(contest.id(), caller.subject())
                .map(team -> new FinalSelection(store.of(team.id())))
                .orElseThrow(SelectionResource::noTeam);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTESTANT)
    @Operation(
            summary =
                    "Put submissions forward for the private board, until the contest closes; none: the best one counts")
    @APIResponse(responseCode = "403", description = "not-an-entrant")
    @APIResponse(responseCode = "409", description = "contest-closed")
    @APIResponse(
            responseCode = "422",
            description = "too-many-selections, not-selectable: not the team's, rejected or failed")
    public FinalSelection put(@PathParam("slug") String slug, @Valid @NotNull FinalSelection body) {
        Contest contest = access.visible(slug);
        return switch (selections.select(contest.id(), caller.subject(), body.submissionIds())) {
            case Selection.Selected it -> new FinalSelection(it.submissionIds());
            case Selection.Closed _ ->
                throw Problems.conflict("contest-closed", "A team chooses while the contest is open.");
            case Selection.NoTeam _ -> throw noTeam();
            case Selection.TooMany it ->
                throw Problems.unprocessable("too-many-selections", "A team may choose " + it.limit() + ".")
                        .with("limit", it.limit());
            case Selection.NotSelectable it ->
                throw Problems.unprocessable(
                                "not-selectable",
                                "Choose submissions of your team that were neither rejected nor failed.")
                        .with("submissionIds", it.submissionIds());
        };
    }

    private static ProblemException noTeam() {
        return Problems.forbidden("not-an-entrant", "Accept the terms of the contest and found a team first.");
    }
}
