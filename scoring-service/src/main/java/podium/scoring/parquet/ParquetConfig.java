package podium.scoring.parquet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How raw data in Parquet is turned into CSV. */
@ConfigMapping(prefix = "podium.scoring.parquet")
public interface ParquetConfig {

    /**
     * What DuckDB may use for one file, in MiB; its process takes up to 256 MiB more. A file needs about what the columns of
     * its largest row group take unpacked, page by page, and 2048 rows as text.
     */
    @WithDefault("512")
    int memory();

    /** How long one file may take, storing the CSV in the vault included. */
    @WithDefault("PT10M")
    Duration time();

    /** How many files are turned at once; who comes later waits as long as one may take. */
    @WithDefault("1")
    int processes();

    /**
     * Where a Parquet file lies while it is read, in the directory for temporary files where nothing is said. It has no name
     * there and is gone with the process, but its blocks are not overwritten: who wants that says a directory on an
     * encrypted or an in-memory file system, with room for {@code podium.scoring.dataset.raw-bytes} for each upload at a time.
     */
    Optional<Path> directory();
}
