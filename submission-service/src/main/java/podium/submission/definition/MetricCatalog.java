package podium.submission.definition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import podium.submission.definition.ContestDefinition.Kind;

/**
 * The metrics that a contest can choose: those of the contract that scoring-service's metrics are written to, as far as they
 * fit a kind of task that there is, and the organizers' own. The contract is a resource of this service, put there by the build.
 */
final class MetricCatalog {
    private static final String CONTRACT = "metrics.json";

    private final Map<String, MetricRule> byName = new LinkedHashMap<>();

    private MetricCatalog(List<MetricRule> metrics) {
        for (MetricRule metric : metrics) {
            if (Arrays.stream(Kind.values()).anyMatch(metric::fits)) {
                byName.put(metric.name(), metric);
            }
        }
        byName.put(MetricRule.SQL, MetricRule.sql());
    }

    /** The metrics of the contract. */
    static MetricCatalog load() {
        try (InputStream in = Objects.requireNonNull(
                MetricCatalog.class.getResourceAsStream(CONTRACT), "the build puts docs/contracts/metrics.json here")) {
            return new MetricCatalog(
                    new ObjectMapper().readValue(in, Contract.class).metrics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<MetricRule> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Their names, in the contract's order. */
    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The file as a whole. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Contract(List<MetricRule> metrics) {}
}
