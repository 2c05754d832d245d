package podium.submission.contest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.http.Cursor;
import podium.kit.http.ETags;
import podium.kit.http.Page;
import podium.kit.idempotency.Idempotent;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.kit.security.Roles;
import podium.kit.time.TimeSource;
import podium.submission.definition.ContestDefinition;

/** Contests over HTTP. */
@Path("/api/v1/contests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contests", description = "Define a contest, run it, read about it")
@RunOnVirtualThread
public class ContestResource {
    private static final String YAML = "application/yaml";
    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"(\\d{1,18})(?:-[^\"]*)?\"\\s*");

    private final Contests contests;
    private final ContestStore store;
    private final ContestAccess access;
    private final TimeSource time;

    ContestResource(Contests contests, ContestStore store, ContestAccess access, TimeSource time) {
        this.contests = contests;
        this.store = store;
        this.access = access;
        this.time = time;
    }

    /** Who runs a contest. */
    @Schema(name = "Organizers")
    public record Organizers(@NotNull @Size(max = 100) List<@NotNull @Size(min = 1, max = 255) String> organizers) {}

    @POST
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed(Roles.ORGANIZER)
    @Idempotent
    @Operation(summary = "Create a draft from a contest definition; the caller becomes its organizer")
    @RequestBody(content = @Content(schema = @Schema(implementation = ContestDefinition.class)))
    @APIResponse(
            responseCode = "201",
            description = "The draft, with every default filled in",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "slug-taken")
    @APIResponse(responseCode = "422", description = "definition-invalid: violations lists everything that is wrong")
    public Response create(JsonNode definition) {
        Contest contest = done(contests.create(definition, access.subject()));
        return shown(Response.created(URI.create("/api/v1/contests/" + contest.slug())), contest);
    }

    @PUT
    @Path("/{slug}")
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(summary = "Replace the definition of a draft; with If-Match only if it is as the caller read it")
    @RequestBody(content = @Content(schema = @Schema(implementation = ContestDefinition.class)))
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-draft")
    @APIResponse(responseCode = "412", description = "contest-changed: somebody else changed it")
    @APIResponse(responseCode = "422", description = "definition-invalid")
    public Response change(
            @PathParam("slug") String slug, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode definition) {
        Contest contest = access.organized(slug);
        return shown(Response.ok(), done(contests.change(contest.id(), definition, version(ifMatch))));
    }

    @GET
    @PermitAll
    @Operation(summary = "The contests that the caller may see, newest first")
    @APIResponse(responseCode = "200", description = "A page of contests")
    public Page<ContestView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        UUID before = Cursor.parse(cursor).map(c -> c.id(0)).orElse(null);
        List<Contest> rows = store.page(access.subject(), state(state), before, limit + 1);
        return Page.of(rows, limit, contest -> Cursor.of(contest.id())).map(this::view);
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    @Operation(summary = "One contest")
    @APIResponse(
            responseCode = "200",
            description = "The contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "404", description = "contest-unknown: there is none, or the caller may not see it")
    public Response get(@PathParam("slug") String slug, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        ContestView view = view(access.visible(slug));
        return ETags.respond(ifNoneMatch, ETags.of(view.tag()), () -> view);
    }

    @POST
    @Path("/{slug}/open")
    @RolesAllowed(Roles.ORGANIZER)
    @Idempotent
    @Operation(summary = "Open a draft whose data are released")
    @APIResponse(
            responseCode = "200",
            description = "The open contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-draft, data-not-released, too-early, deadline-over")
    public Response open(@PathParam("slug") String slug) {
        return shown(Response.ok(), done(contests.open(access.organized(slug).id())));
    }

    @POST
    @Path("/{slug}/close")
    @RolesAllowed(Roles.ORGANIZER)
    @Idempotent
    @Operation(summary = "Close an open contest before its time")
    @APIResponse(
            responseCode = "200",
            description = "The closed contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-open")
    public Response close(@PathParam("slug") String slug) {
        return shown(Response.ok(), done(contests.close(access.organized(slug).id())));
    }

    @POST
    @Path("/{slug}/archive")
    @RolesAllowed(Roles.ORGANIZER)
    @Idempotent
    @Operation(
            summary = "Archive a contest that is closed and settled",
            description =
                    "The keys of its data are destroyed: pseudonyms cannot be linked to people any more, by nobody, and raw data and"
                            + " labels are gone. Boards, receipts and released files stay. This cannot be undone.")
    @APIResponse(
            responseCode = "200",
            description = "The archived contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-not-settled")
    public Response archive(@PathParam("slug") String slug) {
        return shown(Response.ok(), done(contests.archive(access.organized(slug).id())));
    }

    @GET
    @Path("/{slug}/organizers")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(summary = "Who runs the contest")
    public Organizers organizers(@PathParam("slug") String slug) {
        return new Organizers(
                access.organized(slug).organizers().stream().sorted().toList());
    }

    @PUT
    @Path("/{slug}/organizers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(summary = "Replace the people who run the contest; somebody always does")
    @APIResponse(responseCode = "409", description = "last-organizer, entrant-cannot-organize")
    public Organizers organizers(@PathParam("slug") String slug, @Valid @NotNull Organizers body) {
        Contest contest = access.organized(slug);
        Contest changed = done(contests.organizers(contest.id(), body.organizers()));
        return new Organizers(changed.organizers().stream().sorted().toList());
    }

    private ContestView view(Contest contest) {
        return ContestView.of(contest, access.subject(), store.acceptedSubmissions(contest.id()), time.now());
    }

    private Response shown(Response.ResponseBuilder answer, Contest contest) {
        ContestView view = view(contest);
        return answer.entity(view).header("ETag", ETags.of(view.tag())).build();
    }

    private static @Nullable ContestState state(@Nullable String state) {
        if (state == null) {
            return null;
        }
        for (ContestState each : ContestState.values()) {
            if (each.wire().equals(state)) {
                return each;
            }
        }
        throw Problems.badRequest("state-unknown", "state is one of draft, open, closed, archived.");
    }

    private static OptionalLong version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG.matcher(ifMatch);
        // A tag that is not ours matches nothing.
        return OptionalLong.of(tag.matches() ? Long.parseLong(tag.group(1)) : -1);
    }

    /** The one place where refusals become problems. */
    private static Contest done(ContestChange change) {
        return switch (change) {
            case ContestChange.Done done -> done.contest();
            case ContestChange.Invalid it -> throw Problems.unprocessable("definition-invalid", it.violations());
            case ContestChange.SlugTaken it ->
                throw Problems.conflict(
                        "slug-taken", "There is a contest " + it.slug() + " already, choose another slug.");
            case ContestChange.NotDraft it ->
                throw state("contest-not-draft", "Only a draft can be changed or opened.", it.state());
            case ContestChange.NotOpen it ->
                throw state("contest-not-open", "Only an open contest can be closed.", it.state());
            case ContestChange.NotSettled it ->
                throw state(
                        "contest-not-settled",
                        "Only a contest that is closed can be archived, once no upload can arrive any more: close it, and wait for"
                                + " the end of the grace.",
                        it.state());
            case ContestChange.Stale it ->
                throw Problems.preconditionFailed(
                        "contest-changed", "It is at version " + it.version() + " now: read it again, then change it.");
            case ContestChange.DataNotReleased _ ->
                throw Problems.conflict(
                        "data-not-released", "Bring the data and have the release approved by two organizers first.");
            case ContestChange.TooEarly it ->
                throw Problems.conflict("too-early", "The definition lets it open at " + it.opensAt() + ".")
                        .with("opensAt", it.opensAt());
            case ContestChange.TooLate it ->
                throw Problems.conflict("deadline-over", "The deadline was " + it.closesAt() + ": move closesAt first.")
                        .with("closesAt", it.closesAt());
            case ContestChange.LastOrganizer _ ->
                throw Problems.conflict("last-organizer", "A contest has at least one organizer.");
            case ContestChange.EntrantCannotOrganize it ->
                throw Problems.conflict(
                                "entrant-cannot-organize", "Entrants cannot run the contest that they compete in.")
                        .with("subjects", it.subjects());
        };
    }

    private static ProblemException state(String code, String detail, ContestState state) {
        return Problems.conflict(code, detail + " This one is " + state.wire() + ".")
                .with("state", state);
    }
}
