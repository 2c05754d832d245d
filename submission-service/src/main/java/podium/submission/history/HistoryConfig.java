package podium.submission.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The histories of contests. */
@ConfigMapping(prefix = "podium.submission.history")
public interface HistoryConfig {

    /** How often new entries are sealed into the chain; well below a second. */
    @WithDefault("250ms")
    Duration sealEvery();

    /** The most entries of one contest that are sealed in one transaction. */
    @WithDefault("1000")
    int sealAtOnce();
}
