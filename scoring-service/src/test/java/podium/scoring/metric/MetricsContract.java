package podium.scoring.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes docs/contracts/metrics.json from the metrics themselves: what the service that takes definitions has to know. */
final class MetricsContract {
    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private MetricsContract() {}

    static String text() {
        try {
            return new ObjectMapper().writer(PRINTER).writeValueAsString(document()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("description", "The metrics that scoring-service has, generated from them; see docs/metrics.md.");
        document.put(
                "metrics", Metrics.all().stream().map(MetricsContract::metric).toList());
        return document;
    }

    private static Map<String, Object> metric(Metric metric) {
        Map<String, Object> predictions = new LinkedHashMap<>();
        for (TaskKind kind : TaskKind.values()) {
            if (metric.fits().contains(kind)) {
                predictions.put(word(kind), word(metric.form(kind)));
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", metric.name());
        document.put("direction", word(metric.direction()));
        document.put("predictions", predictions);
        document.put("range", range(metric.domain()));
        document.put(
                "settings",
                Metrics.settings(metric.name()).stream()
                        .map(MetricsContract::setting)
                        .toList());
        return document;
    }

    private static Map<String, Object> range(Bounds domain) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("min", domain.min());
        range.put("max", domain.max());
        return range;
    }

    private static Map<String, Object> setting(Setting setting) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", setting.name());
        switch (setting) {
            case Setting.Whole(String _, String _, int min, int max, Integer _) -> {
                document.put("type", "whole");
                document.put("min", min);
                document.put("max", max);
            }
            case Setting.Real(String _, String _, double above, double below, Double _) -> {
                document.put("type", "real");
                document.put("above", above);
                document.put("below", below);
            }
            case Setting.Word(String _, String _, List<String> words, String _) -> {
                document.put("type", "word");
                document.put("words", words);
            }
        }
        document.put("standard", setting.standard());
        return document;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
