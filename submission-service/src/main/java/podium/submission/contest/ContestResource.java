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
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import podium.kit.problem.Problems;
import podium.kit.security.Roles;
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
    private final ContestAnswers answers;

    ContestResource(Contests contests, ContestStore store, ContestAccess access, ContestAnswers answers) {
        this.contests = contests;
        this.store = store;
        this.access = access;
        this.answers = answers;
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
        Contest contest = ContestAnswers.done(contests.create(definition, access.subject()));
        return answers.shown(Response.created(URI.create("/api/v1/contests/" + contest.slug())), contest);
    }

    @PUT
    @Path("/{slug}")
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(
            summary = "Replace the definition; with If-Match only if it is as the caller read it",
            description =
                    "A draft takes any definition. Once the contest was announced only what hurts no entrant may change: title,"
                            + " description, timeZone and the text of the terms (who entered accepts them again); deadlines may move later, limits"
                            + " may grow.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ContestDefinition.class)))
    @APIResponse(
            responseCode = "200",
            description = "The contest",
            content = @Content(schema = @Schema(implementation = ContestView.class)))
    @APIResponse(responseCode = "409", description = "contest-over")
    @APIResponse(responseCode = "412", description = "contest-changed: somebody else changed it")
    @APIResponse(
            responseCode = "422",
            description = "definition-invalid; rules-fixed: violations lists everything that may not change any more")
    public Response change(
            @PathParam("slug") String slug, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode definition) {
        Contest contest = access.organized(slug);
        return answers.shown(contests.change(contest.id(), definition, version(ifMatch), access.subject()));
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
        return Page.of(rows, limit, contest -> Cursor.of(contest.id())).map(answers::view);
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
        ContestView view = answers.view(access.visible(slug));
        return ETags.respond(ifNoneMatch, ETags.of(view.tag()), () -> view);
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
        Contest changed = ContestAnswers.done(contests.organizers(contest.id(), body.organizers(), access.subject()));
        return new Organizers(changed.organizers().stream().sorted().toList());
    }

    private static @Nullable ContestState state(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return ContestState.find(state)
                .orElseThrow(() -> Problems.badRequest(
                        "state-unknown",
                        "state is one of "
                                + Arrays.stream(ContestState.values())
                                        .map(ContestState::wire)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static OptionalLong version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG.matcher(ifMatch);
        // A tag that is not ours matches nothing.
        return OptionalLong.of(tag.matches() ? Long.parseLong(tag.group(1)) : -1);
    }
}
