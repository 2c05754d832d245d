package podium.scoring.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The metrics that a contest can choose, by name and settings. */
public final class Metrics {
    private static final List<Family> FAMILIES = List.of(
            Family.of(new Mse()),
            Family.of(new Rmse()),
            Family.of(new Mae()),
            Family.of(new MedianAbsoluteError()),
            Family.of(new Bias()),
            Family.of(new Rmsle()),
            new Family(Mape.SETTINGS, set -> new Mape(set.word("zeroTargets", Mape.Zeros.class))),
            new Family(Smape.SETTINGS, set -> new Smape(set.word("zeroTargets", Smape.Zeros.class))),
            Family.of(new R2()),
            new Family(Pinball.SETTINGS, set -> new Pinball(set.real("quantile"))),
            new Family(Crps.SETTINGS, set -> new Crps(set.real("gridStart"), set.real("gridStep"))),
            Family.of(new Brier()),
            Family.of(new LogLoss()),
            Family.of(new Accuracy()),
            Family.of(new BalancedAccuracy()),
            new Family(
                    F1.SETTINGS, set -> new F1(set.word("averaging", F1.Averaging.class), set.whole("positiveClass"))),
            Family.of(new MatthewsCorrelation()),
            Family.of(new CohenKappa()),
            Family.of(new QuadraticKappa()),
            Family.of(new Hamming()),
            Family.of(new RocAuc()),
            Family.of(new AveragePrecision()),
            Family.of(new Gini()),
            Family.of(new KolmogorovSmirnov()),
            Family.of(new Spearman()),
            Family.of(new KendallTau()),
            new Family(MapAtK.SETTINGS, set -> new MapAtK(set.whole("k"))),
            new Family(NdcgAtK.SETTINGS, set -> new NdcgAtK(set.whole("k"), set.word("gain", NdcgAtK.Gain.class))),
            Family.of(new Mrr()),
            new Family(RecallAtK.SETTINGS, set -> new RecallAtK(set.whole("k"))));

    private static final Map<String, Family> BY_NAME =
            FAMILIES.stream().collect(Collectors.toUnmodifiableMap(Family::name, Function.identity()));

    private Metrics() {}

    /** All of them, with the settings that hold where a contest says nothing. */
    public static List<Metric> all() {
        return FAMILIES.stream().map(Family::standard).toList();
    }

    /** The metric of that name with the settings that hold where a contest says nothing, empty if there is none. */
    public static Optional<Metric> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name)).map(Family::standard);
    }

    /** The settings of the metric of that name; none if there is no such metric. */
    public static List<Setting> settings(String name) {
        Family family = BY_NAME.get(name);
        return family == null ? List.of() : family.settings();
    }

    /**
     * The metric of that name with these settings.
     *
     * @param settings values by name as a contest definition has them: numbers and words; what is absent has its standard
     *     value
     */
    public static MetricChoice choose(String name, Map<String, ?> settings) {
        Family family = BY_NAME.get(name);
        if (family == null) {
            return new MetricChoice.Refused(List.of("There is no metric " + name));
        }
        List<String> problems = new ArrayList<>();
        for (Setting setting : family.settings()) {
            Object value = settings.get(setting.name());
            if (value != null) {
                setting.problem(value).ifPresent(problems::add);
            }
        }
        settings.keySet().stream()
                .filter(given -> family.settings().stream()
                        .noneMatch(setting -> setting.name().equals(given)))
                .sorted()
                .map(given -> name + " has no setting " + given)
                .forEach(problems::add);
        return problems.isEmpty()
                ? new MetricChoice.Chosen(family.make().apply(Settings.of(family.settings(), settings)))
                : new MetricChoice.Refused(problems);
    }

    /**
     * The metrics of one name.
     *
     * @param settings what sets them apart
     * @param make the one with given settings
     */
    private record Family(List<Setting> settings, Function<Settings, Metric> make) {
        static Family of(Metric metric) {
            return new Family(List.of(), _ -> metric);
        }

        Metric standard() {
            return make.apply(Settings.of(settings, Map.of()));
        }

        String name() {
            return standard().name();
        }
    }
}
