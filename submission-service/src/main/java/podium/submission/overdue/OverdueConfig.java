package podium.submission.overdue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the service is with scoring. */
@ConfigMapping(prefix = "podium.submission.overdue")
public interface OverdueConfig {

    /** After this long without an outcome a submission is told of again; the next wait is twice as long. */
    @WithDefault("30s")
    Duration after();

    /** How often a submission is told of before it is given up. */
    @WithDefault("3")
    int emissions();
}
