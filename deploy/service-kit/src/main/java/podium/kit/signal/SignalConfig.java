package podium.kit.signal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The connection on which a replica listens. */
@ConfigMapping(prefix = "podium.kit.signal")
public interface SignalConfig {

    /**
     * JDBC URL of PostgreSQL itself, for installations whose data source goes through a transaction pooler, which breaks
     * LISTEN. Without it the data source's own URL.
     */
    Optional<String> jdbcUrl();

    /** A silent connection is asked for a sign of life this often. */
    @WithDefault("10s")
    Duration heartbeat();

    /** Wait before the first attempt to connect again; later ones wait longer. */
    @WithDefault("200ms")
    Duration reconnectAfter();

    /** The longest wait between attempts to connect again. */
    @WithDefault("5s")
    Duration reconnectCap();
}
