package podium.submission.status;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.http.Prefer;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestStore;
import podium.submission.team.TeamStore;

/** Reading one submission over HTTP: its team and the contest's organizers may. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions", description = "Send predictions, follow them, choose the final ones")
@RunOnVirtualThread
public class SubmissionResource {
    private final ContestStore contests;
    private final TeamStore teams;
    private final SubmissionStore store;
    private final OutcomeSignals outcomes;
    private final Caller caller;
    private final Duration longestWait;

    SubmissionResource(
            ContestStore contests,
            TeamStore teams,
            SubmissionStore store,
            OutcomeSignals outcomes,
            Caller caller,
            @ConfigProperty(name = "podium.submission.longest-wait", defaultValue = "30s") Duration longestWait) {
        this.contests = contests;
        this.teams = teams;
        this.store = store;
        this.outcomes = outcomes;
        this.caller = caller;
        this.longestWait = longestWait;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CONTESTANT, Roles.ORGANIZER})
    @Operation(summary = "One submission; with Prefer: wait=<seconds> the answer waits for its terminal state")
    @APIResponse(
            responseCode = "200",
            description = "The submission",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "404", description = "submission-unknown: there is none, or it is another team's")
    public Response get(@PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        SubmissionEntity found = store.read(id).orElseThrow(() -> unknown(id));
        Contest contest = contests.contest(found.contestId).orElseThrow(() -> unknown(id));
        if (!contest.organizedBy(caller.subject()) && !inTeam(contest, found.teamId)) {
            throw unknown(id);
        }
        Duration wait = Prefer.wait(prefer, longestWait);
        SubmissionEntity seen = wait.isZero()
                ? found
                : outcomes.await(id, wait, () -> store.read(id).orElseThrow());
        Response.ResponseBuilder answer = Response.ok(view(seen, contest.slug()));
        if (!wait.isZero()) {
            answer.header("Preference-Applied", "wait=" + wait.toSeconds());
        }
        return answer.build();
    }

    private SubmissionView view(SubmissionEntity row, String slug) {
        return SubmissionView.of(row, slug, !store.selected(List.of(row.id)).isEmpty());
    }

    private boolean inTeam(Contest contest, UUID teamId) {
        return teams.ofMember(contest.id(), caller.subject())
                .filter(team -> team.id().equals(teamId))
                .isPresent();
    }

    private static ProblemException unknown(UUID id) {
        return Problems.notFound("submission-unknown", "There is no submission " + id + ", or you may not see it.");
    }
}
