package podium.scoring.key;

import io.smallrye.config.ConfigMapping;

/** The operator's secret. */
@ConfigMapping(prefix = "podium.scoring")
public interface KeyConfig {

    /**
     * The master key under which the keys of all contests are wrapped: 32 bytes in base64. Who loses it loses the keys; who
     * leaks it together with the key store leaks them.
     */
    String masterKey();
}
