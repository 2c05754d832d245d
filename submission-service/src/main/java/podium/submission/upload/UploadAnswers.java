package podium.submission.upload;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;
import podium.submission.contest.Contest;
import podium.submission.quota.Quota;

/** What refused uploads are told. */
final class UploadAnswers {
    private UploadAnswers() {}

    static ProblemException refusal(Upload upload, Instant now) {
        return switch (upload) {
            case Upload.QuotaExhausted it -> exhausted(it.quota(), now);
            case Upload.KeyReused _ ->
                Problems.unprocessable(
                        "idempotency-key-reused", "This Idempotency-Key came with another file; take a new one.");
            case Upload.KeyInUse _ ->
                Problems.conflict("idempotency-key-in-use", "A request with this Idempotency-Key is on its way.")
                        .header("Retry-After", "1");
            case Upload.NotAnEntrant _ ->
                Problems.forbidden("not-an-entrant", "Accept the terms of the contest and found a team first.");
            case Upload.NotOpen _ -> notOpen();
            case Upload.TooLate it -> closed(it.deadline());
            case Upload.Unusable it -> unusable(it.why());
            case Upload.Accepted _, Upload.Repeated _ -> throw new IllegalArgumentException("Not a refusal: " + upload);
        };
    }

    private static ProblemException unusable(Intake.Taken why) {
        return switch (why) {
            case Intake.Taken.TooLarge it -> tooLarge(it.limit());
            case Intake.Taken.CodingBroken it ->
                Problems.badRequest("coding-broken", "The body is not what Content-Encoding says: " + it.why());
            case Intake.Taken.DigestMismatch _ ->
                Problems.badRequest("digest-mismatch", "The body is not what Content-Digest says; send it again.");
            case Intake.Taken.Empty _ -> Problems.badRequest("submission-empty", "The file is empty.");
            case Intake.Taken.Interrupted it -> Problems.of(408, "upload-interrupted", it.why() + " Send it again.");
            case Intake.Taken.Stored _ -> throw new IllegalArgumentException("Not a refusal: " + why);
        };
    }

    static ProblemException notOpen() {
        return Problems.conflict("contest-not-open", "Submissions are taken while the contest is open.");
    }

    static ProblemException paused(Contest contest) {
        String why = contest.reason() == null ? "" : " The organizers say: " + contest.reason();
        return Problems.conflict("contest-paused", "The contest is paused, send it again when it goes on." + why)
                .with("deadline", contest.deadline());
    }

    static ProblemException closed(Instant deadline) {
        return Problems.conflict("contest-closed", "The deadline was " + deadline + ".")
                .with("deadline", deadline);
    }

    static ProblemException codingUnsupported() {
        return Problems.unsupportedMediaType("coding-unsupported", "Send the file as it is, or as gzip or zstd.")
                .header("Accept-Encoding", "identity, gzip, zstd");
    }

    static ProblemException tooLarge(long limit) {
        return Problems.of(
                        413,
                        "submission-too-large",
                        "A prediction file may have " + limit + " bytes, as sent and unpacked.")
                .with("limit", limit);
    }

    private static ProblemException exhausted(Quota quota, Instant now) {
        Duration wait = quota.renewsIn(now);
        return Problems.tooMany(
                        "quota-exhausted",
                        wait,
                        "Your team has sent its " + quota.limit() + " submissions of this UTC day.")
                .with("limit", quota.limit())
                .with("used", quota.used())
                .with("remaining", quota.remaining())
                .with("renewsAt", quota.renewsAt())
                .header("RateLimit-Limit", String.valueOf(quota.limit()))
                .header("RateLimit-Remaining", String.valueOf(quota.remaining()))
                .header("RateLimit-Reset", String.valueOf(seconds(wait)));
    }

    /** Tells how much of the quota is left. */
    static Response.ResponseBuilder limited(Response.ResponseBuilder answer, Quota quota, Instant now) {
        return answer.header("RateLimit-Limit", quota.limit())
                .header("RateLimit-Remaining", quota.remaining())
                .header("RateLimit-Reset", seconds(quota.renewsIn(now)));
    }

    /** Whole seconds, rounded up: who waits that long does not come too early. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
