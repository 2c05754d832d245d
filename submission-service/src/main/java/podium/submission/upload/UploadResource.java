package podium.submission.upload;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import podium.kit.content.ContentCoding;
import podium.kit.content.ContentDigest;
import podium.kit.http.Prefer;
import podium.kit.idempotency.IdempotencyKey;
import podium.kit.problem.Problems;
import podium.kit.security.Caller;
import podium.kit.security.Roles;
import podium.kit.time.TimeSource;
import podium.submission.contest.Contest;
import podium.submission.contest.ContestAccess;
import podium.submission.status.OutcomeSignals;
import podium.submission.status.SubmissionEntity;
import podium.submission.status.SubmissionState;
import podium.submission.status.SubmissionStore;
import podium.submission.status.SubmissionView;
import podium.submission.terms.TermsGate;

/** Sending a prediction file over HTTP. */
@Path("/api/v1/contests/{slug}/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@RunOnVirtualThread
public class UploadResource {
    private final ContestAccess access;
    private final TermsGate gate;
    private final Uploads uploads;
    private final SubmissionStore submissions;
    private final OutcomeSignals outcomes;
    private final Caller caller;
    private final TimeSource time;
    private final Duration longestWait;

    UploadResource(
            ContestAccess access,
            TermsGate gate,
            Uploads uploads,
            SubmissionStore submissions,
            OutcomeSignals outcomes,
            Caller caller,
            TimeSource time,
            @ConfigProperty(name = "podium.submission.longest-wait", defaultValue = "30s") Duration longestWait) {
        this.access = access;
        this.gate = gate;
        this.uploads = uploads;
        this.submissions = submissions;
        this.outcomes = outcomes;
        this.caller = caller;
        this.time = time;
        this.longestWait = longestWait;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.CONTESTANT)
    @Operation(summary = "Send a prediction file for the caller's team", description = """
                    The body is the file, streamed; Content-Encoding gzip or zstd is kept as sent. Content-Digest (RFC 9530) is \
                    checked if sent. The same Idempotency-Key with the same file answers with the same submission, with its \
                    state as it is by then. Prefer: wait=<seconds> answers 200 with the terminal state if it comes in time.""")
    @RequestBody(
            required = true,
            description = "Header id,<target>; a row for every id of test.csv, in any order",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted, with its signed receipt; its outcome will come",
            headers = {
                @Header(name = "Location", description = "The submission"),
                @Header(name = "RateLimit-Limit", description = "Submissions a day"),
                @Header(name = "RateLimit-Remaining", description = "Left today"),
                @Header(name = "RateLimit-Reset", description = "Seconds until the next day")
            },
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Accepted, and its outcome came in time",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(
            responseCode = "400",
            description = "coding-broken, digest-mismatch, submission-empty, digest-malformed")
    @APIResponse(
            responseCode = "403",
            description = "not-an-entrant, terms-not-accepted: accept the terms in force and found a team first")
    @APIResponse(responseCode = "404", description = "contest-unknown")
    @APIResponse(responseCode = "408", description = "upload-interrupted: it came too slowly or broke off")
    @APIResponse(
            responseCode = "409",
            description = "contest-not-open, contest-paused, contest-closed, idempotency-key-in-use")
    @APIResponse(responseCode = "413", description = "submission-too-large, as sent or unpacked")
    @APIResponse(responseCode = "415", description = "The type is not text/csv; coding-unsupported")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    @APIResponse(
            responseCode = "429",
            description = "quota-exhausted, with limit, used, remaining and renewsAt",
            headers = @Header(name = "Retry-After", description = "Seconds until the next day"))
    public Response send(
            @PathParam("slug") String slug,
            @HeaderParam("Content-Encoding") @Nullable String contentEncoding,
            @HeaderParam("Content-Length") @Nullable Long contentLength,
            @HeaderParam("Content-Digest") @Nullable String contentDigest,
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String idempotencyKey,
            @HeaderParam("Prefer") @Nullable String prefer,
            InputStream body) {
        Instant receivedAt = time.now();
        Contest contest = access.visible(slug);
        gate.notOutdated(contest, caller.subject());
        if (!contest.opened()) {
            throw UploadAnswers.notOpen();
        }
        if (contest.timeline().pausedAt(receivedAt)) {
            throw UploadAnswers.paused(contest);
        }
        if (!contest.takesUploadsOf(receivedAt)) {
            throw UploadAnswers.closed(contest.deadline());
        }
        ContentCoding coding = ContentCoding.of(contentEncoding).orElseThrow(UploadAnswers::codingUnsupported);
        long limit = contest.definition().submissions().maxBytes();
        if (contentLength != null && contentLength > limit) {
            throw UploadAnswers.tooLarge(limit);
        }
        String key = IdempotencyKey.of(caller.subject(), "POST", slug, idempotencyKey)
                .map(IdempotencyKey::key)
                .orElse(null);
        UploadRequest request =
                new UploadRequest(contest, caller.subject(), receivedAt, coding, digest(contentDigest), key, body);
        Upload upload = uploads.receive(request);
        return switch (upload) {
            case Upload.Accepted it ->
                UploadAnswers.limited(answer(it.submission(), slug, prefer), it.quota(), time.now())
                        .build();
            case Upload.Repeated it ->
                answer(it.submission(), slug, prefer)
                        .header("Idempotency-Replayed", true)
                        .build();
            default -> throw UploadAnswers.refusal(upload, time.now());
        };
    }

    private Response.ResponseBuilder answer(SubmissionEntity accepted, String slug, @Nullable String prefer) {
        Duration wait = Prefer.wait(prefer, longestWait);
        SubmissionEntity seen = wait.isZero()
                ? accepted
                : outcomes.await(
                        accepted.id, wait, () -> submissions.read(accepted.id).orElseThrow());
        boolean ended = !wait.isZero() && seen.state() != SubmissionState.ACCEPTED;
        Response.ResponseBuilder answer = Response.status(ended ? 200 : 202)
                .entity(SubmissionView.of(seen, slug, false))
                .location(URI.create("/api/v1/submissions/" + accepted.id));
        return ended ? answer.header("Preference-Applied", "wait=" + wait.toSeconds()) : answer;
    }

    private static ContentDigest digest(@Nullable String header) {
        try {
            return ContentDigest.parse(header);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest(
                    "digest-malformed",
                    "Content-Digest is written as sha-256=:<base64>: (RFC 9530): " + e.getMessage());
        }
    }
}
