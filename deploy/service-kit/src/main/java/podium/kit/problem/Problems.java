package podium.kit.problem;

import java.time.Duration;
import java.util.List;

/**
 * The problems that resources throw. Each takes a stable code, and a detail that tells the reader what to do next; further
 * members and headers are added with {@link ProblemException#with} and {@link ProblemException#header}.
 */
public final class Problems {
    private Problems() {}

    /** A problem of any status. */
    public static ProblemException of(int status, String code, String detail) {
        return new ProblemException(Problem.of(status, code, detail));
    }

    /** 400: the request cannot be understood. */
    public static ProblemException badRequest(String code, String detail) {
        return of(400, code, detail);
    }

    /** 401: nobody is signed in. */
    public static ProblemException unauthorized() {
        return of(401, "not-signed-in", "Send a valid access token in the header Authorization: Bearer <token>.")
                .header("WWW-Authenticate", "Bearer");
    }

    /** 403: the caller is known and may not. */
    public static ProblemException forbidden(String code, String detail) {
        return of(403, code, detail);
    }

    /** 404: there is no such thing, or the caller may not know of it. */
    public static ProblemException notFound(String code, String detail) {
        return of(404, code, detail);
    }

    /** 409: it does not go with the present state. */
    public static ProblemException conflict(String code, String detail) {
        return of(409, code, detail);
    }

    /** 410: it was there and will not come back. */
    public static ProblemException gone(String code, String detail) {
        return of(410, code, detail);
    }

    /** 412: it has changed since the caller read it. */
    public static ProblemException preconditionFailed(String code, String detail) {
        return of(412, code, detail);
    }

    /** 413: the body is too large; the limit is told. */
    public static ProblemException tooLarge(long limitBytes) {
        return of(413, "body-too-large", "The body may have at most " + limitBytes + " bytes.")
                .with("limit", limitBytes);
    }

    /** 415: this media type or content coding is not read here. */
    public static ProblemException unsupportedMediaType(String code, String detail) {
        return of(415, code, detail);
    }

    /** 422: understood, and wrong. */
    public static ProblemException unprocessable(String code, String detail) {
        return of(422, code, detail);
    }

    /** 422 with everything that is wrong. */
    public static ProblemException unprocessable(String code, List<Violation> violations) {
        String detail = violations.size() == 1
                ? "One thing is wrong, see violations."
                : violations.size() + " things are wrong, see violations.";
        return of(422, code, detail).with("violations", List.copyOf(violations));
    }

    /** 422 {@code invalid} with everything that is wrong. */
    public static ProblemException unprocessable(List<Violation> violations) {
        return unprocessable("invalid", violations);
    }

    /** 429: come back later. */
    public static ProblemException tooMany(String code, Duration retryAfter, String detail) {
        return of(429, code, detail).header("Retry-After", seconds(retryAfter));
    }

    /** 503: not our day; come back later. */
    public static ProblemException unavailable(String code, Duration retryAfter, String detail) {
        return of(503, code, detail).header("Retry-After", seconds(retryAfter));
    }

    /** The value of {@code Retry-After}: whole seconds, rounded up, so that who waits that long does not come too early. */
    public static String seconds(Duration d) {
        return Long.toString(Math.max(1, d.plusNanos(999_999_999).toSeconds()));
    }
}
