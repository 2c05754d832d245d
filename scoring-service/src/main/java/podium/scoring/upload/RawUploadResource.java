package podium.scoring.upload;

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
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.http.Prefer;
import podium.kit.idempotency.Idempotent;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.kit.upload.PartedUpload;
import podium.kit.upload.PartedUploadView;
import podium.scoring.contest.ContestAccess;
import podium.scoring.contest.KnownContest;
import podium.scoring.dataset.DatasetWatch;
import podium.scoring.plan.DatasetLimits;

/**
 * Raw files in numbered parts, for files that are too large for one request or a connection that breaks: begin, send the parts in
 * any order and as often as necessary, complete. The file is then put together, checked and profiled in the background.
 */
@Path("/api/v1/datasets/{slug}/uploads")
@RolesAllowed(Roles.ORGANIZER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RawUploadResource {
    private final ContestAccess access;
    private final RawUploads uploads;
    private final DatasetWatch watch;
    private final DatasetLimits limits;
    private final Caller caller;

    @Inject
    RawUploadResource(
            ContestAccess access, RawUploads uploads, DatasetWatch watch, DatasetLimits limits, Caller caller) {
        this.access = access;
        this.uploads = uploads;
        this.watch = watch;
        this.limits = limits;
        this.caller = caller;
    }

    /** Begins an upload. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response begin(@PathParam("slug") String slug, RawUploadRequest request) {
        KnownContest contest = access.organizedByCaller(slug);
        PartedUpload upload = uploads.begin(contest, request, caller.subject());
        return Response.created(location(slug, upload.id()))
                .entity(uploads.view(upload))
                .build();
    }

    /** The uploads that are not done, to go on with. */
    @GET
    public Unfinished unfinished(@PathParam("slug") String slug) {
        return new Unfinished(uploads.unfinished(access.organizedByCaller(slug)));
    }

    /** An upload and the parts that have arrived; with {@code Prefer: wait=N} once it is no longer being looked at. */
    @GET
    @Path("{upload}")
    public RawUploadView get(
            @PathParam("slug") String slug,
            @PathParam("upload") UUID id,
            @HeaderParam("Prefer") @Nullable String prefer) {
        return looked(access.organizedByCaller(slug), id, prefer);
    }

    /** One part, in place of the one with its number. */
    @PUT
    @Path("{upload}/parts/{number}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public PartedUploadView.Received part(
            @PathParam("slug") String slug,
            @PathParam("upload") UUID id,
            @PathParam("number") int number,
            @HeaderParam("Content-Digest") @Nullable String contentDigest,
            InputStream body) {
        KnownContest contest = access.organizedByCaller(slug);
        return uploads.part(uploads.of(contest, id), number, contentDigest, body);
    }

    /** Completes an upload; with {@code Prefer: wait=N} the answer comes when the file has been looked at. */
    @POST
    @Path("{upload}/completion")
    public Response complete(
            @PathParam("slug") String slug,
            @PathParam("upload") UUID id,
            @HeaderParam("Prefer") @Nullable String prefer) {
        KnownContest contest = access.organizedByCaller(slug);
        uploads.complete(uploads.of(contest, id));
        return Response.accepted(looked(contest, id, prefer))
                .location(location(slug, id))
                .build();
    }

    /** Gives an upload up; what was received is deleted. */
    @DELETE
    @Path("{upload}")
    public void abandon(@PathParam("slug") String slug, @PathParam("upload") UUID id) {
        KnownContest contest = access.organizedByCaller(slug);
        uploads.abandon(uploads.of(contest, id));
    }

    private RawUploadView looked(KnownContest contest, UUID id, @Nullable String prefer) {
        Duration wait = Prefer.wait(prefer, limits.longestWait());
        if (wait.isPositive()) {
            watch.await(contest.id(), () -> uploads.of(contest, id).state() != PartedUpload.State.COMPLETE, wait);
        }
        return uploads.view(uploads.of(contest, id));
    }

    private static URI location(String slug, UUID id) {
        return URI.create("/api/v1/datasets/" + slug + "/uploads/" + id);
    }

    /** The uploads of a contest that are not done. */
    public record Unfinished(List<RawUploadView> uploads) {
        public Unfinished {
            uploads = List.copyOf(uploads);
        }
    }
}
