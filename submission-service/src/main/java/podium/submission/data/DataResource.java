package podium.submission.data;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.content.ByteRange;
import podium.kit.file.FileStore;
import podium.kit.file.FileStores;
import podium.kit.http.ETags;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestAccess;
import podium.submission.terms.TermsGate;

/** The released data over HTTP, to those who accepted the terms and to organizers. */
@Path("/api/v1/contests/{slug}/data")
@Tag(name = "Data", description = "The released, anonymized files")
@RunOnVirtualThread
public class DataResource {
    private final ContestAccess access;
    private final TermsGate gate;
    private final ReleasedFileStore released;
    private final FileStores stores;
    private final Caller caller;

    DataResource(ContestAccess access, TermsGate gate, ReleasedFileStore released, FileStores stores, Caller caller) {
        this.access = access;
        this.gate = gate;
        this.released = released;
        this.stores = stores;
        this.caller = caller;
    }

    /** What can be downloaded. */
    @Schema(name = "ReleasedFiles")
    public record Files(List<FileView> files) {}

    /**
     * A file that can be downloaded.
     *
     * @param rows data rows, header not counted
     */
    @Schema(name = "ReleasedFile")
    public record FileView(String name, long bytes, String sha256, long rows, String href) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CONTESTANT, Roles.ORGANIZER})
    @Operation(summary = "The released files with sizes and SHA-256; none before the release")
    @APIResponse(
            responseCode = "403",
            description = "not-an-entrant, terms-not-accepted: accept the terms in force first")
    @APIResponse(responseCode = "404", description = "contest-unknown")
    public Files list(@PathParam("slug") String slug) {
        Contest contest = allowed(slug);
        return new Files(released.files(contest.id()).stream()
                .map(file -> new FileView(
                        file.name(),
                        file.bytes(),
                        file.sha256(),
                        file.rows(),
                        "/api/v1/contests/" + slug + "/data/" + file.name()))
                .toList());
    }

    @GET
    @Path("/{name}")
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.CONTESTANT, Roles.ORGANIZER})
    @Operation(summary = "Download a released file, or one range of its bytes")
    @APIResponse(responseCode = "200", description = "The file; its ETag is its SHA-256")
    @APIResponse(responseCode = "206", description = "The range that was asked for")
    @APIResponse(responseCode = "304", description = "The reader has it")
    @APIResponse(responseCode = "403", description = "not-an-entrant, terms-not-accepted")
    @APIResponse(responseCode = "404", description = "contest-unknown, file-unknown")
    @APIResponse(responseCode = "416", description = "range-not-satisfiable")
    public Response download(
            @PathParam("slug") String slug,
            @PathParam("name") String name,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Contest contest = allowed(slug);
        DatasetReleased.File file = released.file(contest.id(), name)
                .orElseThrow(() -> Problems.notFound("file-unknown", "There is no released file " + name + "."));
        String etag = ETags.of(file.sha256());
        if (ETags.matches(ifNoneMatch, etag)) {
            return described(Response.notModified(), file, etag).build();
        }
        FileStore store = stores.get("releases");
        // If-Range: a part of another version than the reader's is of no use to it.
        boolean part = ifRange == null || ifRange.strip().equals(etag);
        Optional<ByteRange> wanted = part ? ByteRange.parse(range, file.bytes()) : Optional.empty();
        if (wanted.isEmpty()) {
            return described(Response.ok(store.open(file.fileId()), "text/csv"), file, etag)
                    .header("Content-Length", file.bytes())
                    .header("Content-Digest", digest(file))
                    .build();
        }
        ByteRange bytes = wanted.get();
        return described(Response.status(206).type("text/csv"), file, etag)
                .entity(store.open(file.fileId(), bytes.from(), bytes.length()))
                .header("Content-Length", bytes.length())
                .header("Content-Range", bytes.contentRange(file.bytes()))
                .build();
    }

    private Contest allowed(String slug) {
        Contest contest = access.visible(slug);
        if (!contest.organizedBy(caller.subject())) {
            gate.entrant(contest, caller.subject());
        }
        return contest;
    }

    private static Response.ResponseBuilder described(
            Response.ResponseBuilder answer, DatasetReleased.File file, String etag) {
        return answer.header("ETag", etag)
                .header("Accept-Ranges", "bytes")
                .header("Repr-Digest", digest(file))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + file.name().replaceAll("[\"\\\\]", "_") + "\"");
    }

    /** As RFC 9530 writes it. */
    private static String digest(DatasetReleased.File file) {
        byte[] sha256 = HexFormat.of().parseHex(file.sha256());
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }
}
