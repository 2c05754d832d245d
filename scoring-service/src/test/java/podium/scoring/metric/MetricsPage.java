package podium.scoring.metric;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes docs/metrics.md from the metrics themselves. */
final class MetricsPage {
    private static final String INTRODUCTION = """
            # Metrics

            Generated from the metrics in [scoring-service](../scoring-service/src/main/java/podium/scoring/metric); \
            `MetricsPageTest` says how. Definitions and edge cases are those of scikit-learn where nothing else is said.

            Every score is computed from the rows of the solution in their own order, whatever the order of the prediction file, \
            and is the same to the last bit on every machine. Scores are shown rounded to the metric's decimals, or to fewer if \
            the contest says so. A *contest error* is a truth for which a metric has no value whatever the predictions: the \
            submission fails and costs the team nothing. Raising a metric's version is a reason to rescore.

            A contest may narrow the range of predictions. What a metric cannot use at all is refused with the file.

            Kinds of task: *binary* (truth 1 or 0), *category* (one of several names), *number*, *targets* (several numbers a \
            row), *relevance* (rows in groups, each as relevant as its number says), *list* (the relevant items of a row). \
            *Group* below is a group of rows, or a row with its list.

            """;

    private MetricsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append("| metric | better is | fits | settings |\n|---|---|---|---|\n");
        for (Metric metric : Metrics.all()) {
            page.append("| [%s](#%s) | %s | %s | %s |%n"
                    .formatted(
                            metric.name(), metric.name(), better(metric), kinds(metric.fits()), settingNames(metric)));
        }
        Metrics.all().forEach(metric -> page.append('\n').append(section(metric)));
        return page.toString().replace(System.lineSeparator(), "\n");
    }

    private static String section(Metric metric) {
        Stream<String> facts = Stream.of(
                "Edge cases: " + metric.edgeCases(),
                "Predictions: " + forms(metric) + ", " + domain(metric.domain()) + ".",
                "Better is %s. Decimals: %d. Version: %d. Memory beyond the predictions: %s."
                        .formatted(better(metric), metric.decimals(), metric.version(), metric.memory()));
        Stream<String> settings = Metrics.settings(metric.name()).stream().map(MetricsPage::setting);
        return "## " + metric.name() + "\n" + metric.definition() + "\n"
                + Stream.concat(facts, settings).map(line -> "- " + line + "\n").collect(Collectors.joining());
    }

    private static String setting(Setting setting) {
        return "Setting `%s`: %s; %s. Where the contest says nothing: `%s`."
                .formatted(setting.name(), setting.meaning(), setting.allowed(), setting.standard());
    }

    private static String better(Metric metric) {
        return metric.direction() == Direction.MINIMIZE ? "less" : "more";
    }

    private static String kinds(Set<TaskKind> kinds) {
        return kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    private static String settingNames(Metric metric) {
        List<Setting> settings = Metrics.settings(metric.name());
        return settings.stream().map(setting -> "`" + setting.name() + "`").collect(Collectors.joining(", "));
    }

    private static String forms(Metric metric) {
        return metric.fits().stream()
                .map(kind -> metric.form(kind).words() + " (" + kind.name().toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String domain(Bounds domain) {
        if (domain.equals(Bounds.WIDEST)) {
            return "any size up to " + domain.max();
        }
        return domain.equals(Bounds.PROBABILITIES) ? "from 0 to 1" : "above -1";
    }
}
