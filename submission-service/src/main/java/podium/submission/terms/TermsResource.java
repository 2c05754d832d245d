package podium.submission.terms;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.http.ETags;
import podium.kit.idempotency.Idempotent;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestAccess;
import podium.submission.definition.Eligibility;

/** Terms and their acceptance over HTTP. */
@Path("/api/v1/contests/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terms", description = "What entrants agree to")
@RunOnVirtualThread
public class TermsResource {
    private final ContestAccess access;
    private final EntrantStore entrants;
    private final Acceptances acceptances;
    private final Caller caller;

    TermsResource(ContestAccess access, EntrantStore entrants, Acceptances acceptances, Caller caller) {
        this.access = access;
        this.entrants = entrants;
        this.acceptances = acceptances;
        this.caller = caller;
    }

    /**
     * Terms and what else somebody agrees to with them.
     *
     * @param attestations sentences that everybody who accepts has to affirm
     */
    @Schema(name = "Terms")
    public record TermsView(int version, String sha256, String text, List<String> attestations) {}

    /**
     * Which terms somebody accepts.
     *
     * @param attestations the sentences of {@code eligibility.attestations} that the person affirms, word for word
     */
    @Schema(name = "AcceptanceRequest")
    public record AcceptanceRequest(
            @Min(1) int version,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @Nullable @Size(max = 20) List<@NotNull @Size(max = 500) String> attestations) {

        /** Attestations that are not there are none. */
        public AcceptanceRequest {
            attestations = attestations == null ? List.of() : attestations;
        }

        Acceptances.Wish wish() {
            return new Acceptances.Wish(version, sha256, attestations == null ? List.of() : attestations);
        }
    }

    /** What somebody accepted, and when. */
    @Schema(name = "Acceptance")
    public record AcceptanceView(String contest, int version, String sha256, Instant acceptedAt) {}

    @GET
    @Path("/terms")
    @PermitAll
    @Operation(summary = "The terms in force, with their version and SHA-256")
    @APIResponse(
            responseCode = "200",
            description = "The terms",
            content = @Content(schema = @Schema(implementation = TermsView.class)))
    @APIResponse(responseCode = "404", description = "contest-unknown")
    public Response terms(@PathParam("slug") String slug, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Contest contest = access.enterable(slug);
        int version = contest.termsVersion();
        return ETags.respond(
                ifNoneMatch,
                ETags.of(contest.termsSha256()),
                () -> new TermsView(
                        version,
                        contest.termsSha256(),
                        entrants.text(contest.id(), version),
                        contest.definition().eligibleOrAnyone().attestations()));
    }

    @POST
    @Path("/acceptances")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CONTESTANT)
    @Idempotent
    @Operation(summary = "Accept exactly the terms in force and become an entrant")
    @APIResponse(
            responseCode = "201",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = AcceptanceView.class)))
    @APIResponse(responseCode = "200", description = "It was accepted before")
    @APIResponse(responseCode = "403", description = "entrant-removed; not-eligible: obstacles lists why")
    @APIResponse(
            responseCode = "409",
            description = "terms-changed, contest-not-open, entry-over, organizer-cannot-enter")
    @APIResponse(responseCode = "422", description = "attestations-missing: missing lists the sentences")
    public Response accept(@PathParam("slug") String slug, @Valid @NotNull AcceptanceRequest body) {
        Contest contest = access.enterable(slug);
        return switch (acceptances.accept(contest.id(), body.wish(), caller)) {
            case Acceptance.Accepted it ->
                Response.status(it.before() ? Response.Status.OK : Response.Status.CREATED)
                        .entity(new AcceptanceView(slug, it.version(), it.sha256(), it.acceptedAt()))
                        .build();
            case Acceptance.TermsChanged it ->
                throw Problems.conflict("terms-changed", "Read the terms in force and accept those.")
                        .with("version", it.version())
                        .with("sha256", it.sha256());
            case Acceptance.NotOpen it ->
                throw Problems.conflict(
                                "contest-not-open",
                                "Terms are accepted while the contest is open; it is "
                                        + it.state().wire() + ".")
                        .with("state", it.state());
            case Acceptance.EntryOver it ->
                throw Problems.conflict(
                                "entry-over", "Nobody enters any more, the last moment was " + it.entryDeadline() + ".")
                        .with("entryDeadline", it.entryDeadline());
            case Acceptance.NotEligible it ->
                throw Problems.forbidden(
                                "not-eligible",
                                "The rules of this contest do not let you in, see obstacles; what your identity provider says of you"
                                        + " counts.")
                        .with(
                                "obstacles",
                                it.obstacles().stream()
                                        .map(Eligibility.Obstacle::wire)
                                        .toList());
            case Acceptance.NotAttested it ->
                throw Problems.unprocessable("attestations-missing", "Affirm every sentence in missing, word for word.")
                        .with("missing", it.missing());
            case Acceptance.OrganizerCannotEnter _ ->
                throw Problems.conflict("organizer-cannot-enter", "Who runs a contest cannot compete in it.");
            case Acceptance.Removed _ ->
                throw Problems.forbidden("entrant-removed", "You were removed from this contest; ask its organizers.");
        };
    }
}
