package podium.kit.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with a {@link Problem}. Made by {@link Problems}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** @param headers headers of the answer, for example {@code Retry-After} */
    public ProblemException(Problem problem, Map<String, String> headers) {
        // A refusal is no surprise: nobody reads its stack trace.
        super(problem.code() + (problem.detail() == null ? "" : ": " + problem.detail()), null, false, false);
        this.problem = problem;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The same with one more member of the problem. */
    public ProblemException with(String name, Object value) {
        return new ProblemException(problem.with(name, value), headers);
    }

    /** The same with one more header of the answer. */
    public ProblemException header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ProblemException(problem, more);
    }
}
