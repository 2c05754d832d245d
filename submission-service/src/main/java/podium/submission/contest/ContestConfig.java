package podium.submission.contest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the operator decides for all contests. */
@ConfigMapping(prefix = "podium.submission.contest")
public interface ContestConfig {

    /** The largest {@code submissions.maxBytes} that a definition may ask for; not above quarkus.http.limits.max-body-size. */
    @WithDefault("512M")
    MemorySize largestFile();

    /** How often the clock looks for contests whose deadline is over. */
    @WithDefault("250ms")
    Duration clock();
}
