package podium.kit.sample;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The request limits of the sample service. */
public class SampleLimits implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.http.limits.max-body-size", "4M",
                "podium.kit.limits.default.bytes", "1K",
                "podium.kit.limits.upload.path", "/sample/upload",
                "podium.kit.limits.upload.bytes", "3M");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
