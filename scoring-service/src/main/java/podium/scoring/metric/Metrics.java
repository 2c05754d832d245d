package podium.scoring.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The metrics that a contest can choose. */
public final class Metrics {
    private static final List<Metric> ALL = List.of(new Rmse(), new Mae(), new Accuracy(), new LogLoss(), new RocAuc());
    private static final Map<String, Metric> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Metric::name, Function.identity()));

    private Metrics() {}

    /** All of them. */
    public static List<Metric> all() {
        return ALL;
    }

    /** The metric of that name, empty if there is none. */
    public static Optional<Metric> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
