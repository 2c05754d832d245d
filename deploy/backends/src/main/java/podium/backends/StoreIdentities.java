package podium.backends;

import java.util.List;
import java.util.Map;
import podium.backends.S3Server.Access;
import podium.backends.S3Server.Identity;

/** Who may do what on Podium's file stores, as the architecture says it; a bucket is named like its store. */
public final class StoreIdentities {
    /** May do everything: for tests that are not about rights. */
    public static final String ALL = "all";

    /** The front desk. */
    public static final String SUBMISSION = "submission";

    /** The vault and the judge. */
    public static final String SCORING = "scoring";

    private StoreIdentities() {}

    /**
     * The identities of a test, with secrets that are none.
     *
     * @return {@link #ALL}, {@link #SUBMISSION} and {@link #SCORING}
     */
    static Identity[] forTests() {
        return new Identity[] {
            new Identity(
                    ALL,
                    "secret-of-all",
                    Map.of(
                            "uploads", Access.WRITE,
                            "vault", Access.WRITE,
                            "keys", Access.WRITE,
                            "releases", Access.WRITE)),
            submission("secret-of-submission"),
            scoring("secret-of-scoring")
        };
    }

    /**
     * The identities of the two services that have files.
     *
     * @param submissionSecret the front desk's secret
     * @param scoringSecret the vault's secret
     * @return the identities {@link #SUBMISSION} and {@link #SCORING}
     */
    public static List<Identity> ofServices(String submissionSecret, String scoringSecret) {
        return List.of(submission(submissionSecret), scoring(scoringSecret));
    }

    private static Identity submission(String secret) {
        return new Identity(SUBMISSION, secret, Map.of("uploads", Access.WRITE, "releases", Access.READ));
    }

    private static Identity scoring(String secret) {
        return new Identity(
                SCORING,
                secret,
                Map.of(
                        "uploads", Access.READ,
                        "vault", Access.WRITE,
                        "keys", Access.WRITE,
                        "releases", Access.WRITE));
    }
}
