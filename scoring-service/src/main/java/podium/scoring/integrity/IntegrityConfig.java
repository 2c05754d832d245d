package podium.scoring.integrity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much work is spent on comparing files. What is flagged is not configured: see {@link FlagKind}. */
@ConfigMapping(prefix = "podium.scoring.integrity")
public interface IntegrityConfig {

    /** How often it is looked whether there is something to compare. */
    @WithDefault("PT2S")
    Duration poll();

    /** The least time between two passes over the teams of one contest. */
    @WithDefault("PT5S")
    Duration pause();

    /** How long nothing is tried again that broke off. */
    @WithDefault("PT30S")
    Duration pauseAfterTrouble();

    /** How long a pass or a re-reading stays with a replica that gives no sign of life. */
    @WithDefault("PT5M")
    Duration lease();

    /** How many new files are compared in one pass, 33 KB of memory each. */
    @WithDefault("32")
    int filesAPass();

    /** How many pairs of files are compared by their whole samples in one pass; beyond that, a warning says so. */
    @WithDefault("20000")
    int pairsAPass();

    /** How many of its own earlier files a new one is compared with. */
    @WithDefault("16")
    int earlierFiles();

    /** How many files of a team have to be out of range until that is flagged. */
    @WithDefault("5")
    int rangeViolations();

    /** How often two files are tried to be read again before their suspicion is dropped with an error in the log. */
    @WithDefault("5")
    int tries();
}
