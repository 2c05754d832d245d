package podium.local.client;

/** The platform answered with an error; the message is for a person to read. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ApiException(String call, Problem problem) {
        super(call + ": " + problem.status() + " " + problem.code()
                + (problem.detail() != null ? ", " + problem.detail() : "")
                + (problem.members().isEmpty() ? "" : " " + problem.members()));
        this.problem = problem;
    }

    /**
     * What was answered.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
