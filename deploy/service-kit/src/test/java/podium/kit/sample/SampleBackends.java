package podium.kit.sample;

import java.util.Map;
import podium.backends.Backends;
import podium.backends.BackendsResource;

/** The backends with the topics of the sample service instead of the contracts' alone. */
public class SampleBackends extends BackendsResource {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        Backends.kafka()
                .createTopics(
                        Map.of("greetings", 3, "greetings.dead-letter", 1, "introductions", 3, "letters", 3), Map.of());
        return settings;
    }
}
