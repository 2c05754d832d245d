package podium.scoring.scoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How a replica works off the files that are to be scored. */
@ConfigMapping(prefix = "podium.scoring.work")
public interface WorkConfig {

    /**
     * How many files are scored at once; as many as the machine has cores where nothing is said. Each takes, beyond the truth
     * that all share, at most 16 MB and 8 bytes for each hidden row (a metric with lists or several columns: 8 bytes for each
     * value of a row), so this bounds the memory of scoring.
     */
    OptionalInt workers();

    /**
     * How long reading a file and preparing its score may take before it is stopped, which counts as a try. A metric that is
     * computing is not interrupted: its time is bounded by the rows, and an SQL metric has a limit of its own.
     */
    @WithDefault("PT60S")
    Duration fileTime();

    /** How often a file is tried before its submission has failed. Trouble of a store or of the database is no try. */
    @WithDefault("3")
    int tries();

    /** How long work stays with a replica that gives no sign of life. */
    @WithDefault("PT10S")
    Duration lease();

    /** The pause after trouble of a store, and after the first failed try; each further one is four times as long. */
    @WithDefault("PT1S")
    Duration pause();

    /** How many files of a rescore are claimed, and decided, together. */
    @WithDefault("16")
    int batch();
}
