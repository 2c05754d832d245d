package podium.submission.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Uploads in progress. */
@ConfigMapping(prefix = "podium.submission.upload")
public interface LeaseConfig {

    /** How long a place in the quota is held without a sign of life of its upload. */
    @WithDefault("60s")
    Duration lease();

    /** How often an upload in progress shows a sign of life; well below the lease. */
    @WithDefault("15s")
    Duration renewEvery();

    /** The least speed of an upload, in bytes per second, once it runs longer than {@link #renewEvery()}. */
    @WithDefault("16384")
    long minimumRate();
}
