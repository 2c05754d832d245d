package podium.scoring.dataset;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.content.LimitedInputStream;
import podium.kit.http.Prefer;
import podium.kit.idempotency.Idempotent;
import podium.kit.problem.Problems;
import podium.kit.problem.Violation;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.scoring.anonymization.HierarchyReading;
import podium.scoring.background.TaskProgresses;
import podium.scoring.contest.ContestAccess;
import podium.scoring.contest.KnownContest;
import podium.scoring.plan.DatasetLimits;
import podium.scoring.plan.HierarchyStore;
import podium.scoring.plan.HierarchyText;
import podium.scoring.plan.PlanReading;
import podium.scoring.plan.PlanRequest;

/** The data of a contest, for its organizers: raw upload, hierarchies, plan, risk report, approvals. */
@Path("/api/v1/datasets/{slug}")
@RolesAllowed(Roles.ORGANIZER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DatasetResource {
    private static final String CSV = "text/csv";
    private static final String PARQUET = "application/vnd.apache.parquet";

    private final ContestAccess access;
    private final DatasetStore datasets;
    private final HierarchyStore hierarchies;
    private final RawIntake intake;
    private final Vault vault;
    private final DatasetWatch watch;
    private final DatasetLimits limits;
    private final Caller caller;
    private final TaskProgresses progresses;

    @Inject
    DatasetResource(
            ContestAccess access,
            DatasetStore datasets,
            HierarchyStore hierarchies,
            RawIntake intake,
            Vault vault,
            DatasetWatch watch,
            DatasetLimits limits,
            Caller caller,
            TaskProgresses progresses) {
        this.progresses = progresses;
        this.access = access;
        this.datasets = datasets;
        this.hierarchies = hierarchies;
        this.intake = intake;
        this.vault = vault;
        this.watch = watch;
        this.limits = limits;
        this.caller = caller;
    }

    /** Where the data stands; with {@code Prefer: wait=N} once nothing is being processed. */
    @GET
    public Response get(@PathParam("slug") String slug, @HeaderParam("Prefer") @Nullable String prefer) {
        KnownContest contest = access.organizedByCaller(slug);
        Duration wait = Prefer.wait(prefer, limits.longestWait());
        if (wait.isPositive()) {
            watch.await(contest.id(), state -> state != DatasetState.PROCESSING, wait);
        }
        Response.ResponseBuilder answer = Response.ok(view(contest));
        return wait.isPositive()
                ? answer.header("Preference-Applied", "wait=" + wait.toSeconds())
                        .build()
                : answer.build();
    }

    /** The raw file, in place of the one before. What format it has is found out by itself. */
    @POST
    @Consumes({CSV, PARQUET})
    public Response raw(
            @PathParam("slug") String slug,
            @HeaderParam("Content-Encoding") @Nullable String contentEncoding,
            @HeaderParam("Content-Digest") @Nullable String contentDigest,
            InputStream body) {
        return Response.created(URI.create("/api/v1/datasets/" + slug))
                .entity(received(slug, RawKind.RAW, contentEncoding, contentDigest, body))
                .build();
    }

    /** What is known of the items that are rated, a row for each, in place of the file before. */
    @PUT
    @Path("items")
    @Consumes({CSV, PARQUET})
    public DatasetView items(
            @PathParam("slug") String slug,
            @HeaderParam("Content-Encoding") @Nullable String contentEncoding,
            @HeaderParam("Content-Digest") @Nullable String contentDigest,
            InputStream body) {
        return received(slug, RawKind.ITEMS, contentEncoding, contentDigest, body);
    }

    /** Drops the file about the items. */
    @DELETE
    @Path("items")
    public void dropItems(@PathParam("slug") String slug) {
        KnownContest contest = access.organizedByCaller(slug);
        vault.discard(datasets.dropItems(contest.id(), caller.subject()));
    }

    private DatasetView received(
            String slug,
            RawKind kind,
            @Nullable String contentEncoding,
            @Nullable String contentDigest,
            InputStream body) {
        KnownContest contest = access.organizedByCaller(slug);
        datasets.requireReplaceable(contest.id());
        RawFile raw = intake.receive(
                contest.id(),
                body,
                contentEncoding,
                contentDigest,
                contest.task().target());
        try {
            vault.discard(datasets.takeRaw(contest.id(), kind, raw, caller.subject()));
        } catch (RuntimeException e) {
            vault.discard(List.of(raw.fileId()));
            throw e;
        }
        return view(contest);
    }

    /** The generalization hierarchy of a column, in place of the one before. */
    @PUT
    @Path("hierarchies/{column}")
    @Consumes(CSV)
    public DatasetView hierarchy(@PathParam("slug") String slug, @PathParam("column") String column, InputStream body)
            throws IOException {
        KnownContest contest = access.organizedByCaller(slug);
        HierarchyText text = text(body);
        switch (text.read()) {
            case HierarchyReading.Read read ->
                vault.discard(datasets.takeHierarchy(contest.id(), column, text, read.hierarchy(), caller.subject()));
            case HierarchyReading.Flawed flawed ->
                throw Problems.unprocessable(
                        "hierarchy-invalid",
                        flawed.flaws().stream()
                                .map(flaw -> new Violation("line/" + flaw.line(), flaw.message()))
                                .toList());
        }
        return view(contest);
    }

    /** A plan, which is carried out in the background; its result is read from the dataset. */
    @POST
    @Path("plans")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response plan(@PathParam("slug") String slug, PlanRequest request) {
        KnownContest contest = access.organizedByCaller(slug);
        DatasetStore.PlanTaken taken = datasets.takePlan(contest, request, caller.subject());
        if (taken.reading() instanceof PlanReading.Flawed flawed) {
            throw Problems.unprocessable("plan-invalid", flawed.violations());
        }
        vault.discard(taken.obsolete());
        return Response.accepted(view(contest))
                .location(URI.create("/api/v1/datasets/" + slug))
                .build();
    }

    /**
     * An organizer's approval of a report. After the last one that is needed the files are published in the background; with
     * {@code Prefer: wait=N} the answer comes when they are.
     */
    @POST
    @Path("approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    public DatasetView approve(
            @PathParam("slug") String slug, @HeaderParam("Prefer") @Nullable String prefer, ApprovalRequest request) {
        KnownContest contest = access.organizedByCaller(slug);
        String reportSha256 = request.reportSha256();
        if (reportSha256 == null) {
            throw Problems.unprocessable(
                    List.of(new Violation("/reportSha256", "Name the report that you approve by its SHA-256.")));
        }
        datasets.approve(contest.id(), reportSha256, caller.subject());
        watch.await(contest.id(), state -> state != DatasetState.PROCESSING, Prefer.wait(prefer, limits.longestWait()));
        return view(contest);
    }

    private DatasetView view(KnownContest contest) {
        Dataset dataset = datasets.find(contest.id());
        UUID attempt = dataset.attemptId();
        return DatasetView.of(
                contest.slug(),
                dataset,
                hierarchies.infos(contest.id()),
                attempt == null || dataset.state() != DatasetState.PROCESSING
                        ? null
                        : progresses.find(attempt).orElse(null),
                attempt == null ? List.of() : datasets.approvals(attempt),
                limits.approvalsNeeded());
    }

    private HierarchyText text(InputStream body) throws IOException {
        byte[] bytes = new LimitedInputStream(body, limits.hierarchyBytes()).readAllBytes();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new HierarchyText(text);
        } catch (CharacterCodingException e) {
            throw Problems.badRequest("not-utf-8", "A hierarchy is encoded in UTF-8.");
        }
    }

    /**
     * An approval.
     *
     * @param reportSha256 the digest of the report that the person has read
     */
    public record ApprovalRequest(@Nullable String reportSha256) {}
}
