package podium.kit.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The file stores of a service. */
@ConfigMapping(prefix = "podium.stores")
interface StoresConfig {

    /** The stores by name. */
    @WithParentName
    Map<String, Store> stores();

    /** One store. */
    interface Store {
        /** Where it is: {@code file:///directory} or {@code s3://bucket/prefix}. */
        URI uri();

        /** S3: the server's address, if it is not AWS. Buckets are then addressed by path. */
        Optional<URI> endpoint();

        /** S3: the region. */
        @WithDefault("us-east-1")
        String region();

        /** S3: the access key; without one the SDK looks in its usual places (environment, profile, role of the pod). */
        Optional<String> accessKey();

        /** S3: the secret of the access key. */
        Optional<String> secretKey();
    }
}
