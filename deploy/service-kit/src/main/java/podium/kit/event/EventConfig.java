package podium.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are named on the wire. */
@ConfigMapping(prefix = "podium.kit.event")
public interface EventConfig {

    /** What stands before the simple name of the payload's record in {@code ce_type}. */
    @WithDefault("podium.")
    String typePrefix();
}
