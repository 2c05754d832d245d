package podium.submission.definition;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import podium.submission.definition.ContestDefinition.Direction;
import podium.submission.definition.ContestDefinition.Kind;
import podium.submission.definition.ContestDefinition.OutOfRange;
import podium.submission.definition.ContestDefinition.PredictionRange;
import podium.submission.definition.ContestDefinition.Sql;
import podium.submission.definition.ContestDefinition.Task;

/** Reads the prediction problem of a definition. */
final class TaskReader {
    static final int MOST_DECIMALS = 4;
    private static final int DEFAULT_DECIMALS = 4;
    private static final int MOST_CLASSES = 10_000;
    private static final int LONGEST_QUERY = 20_000;
    private static final int LEAST_SQL_MEMORY = 16;
    private static final int MOST_SQL_MEMORY = 1024;
    private static final int DEFAULT_SQL_MEMORY = 256;
    private static final int MOST_SQL_SECONDS = 60;
    private static final int DEFAULT_SQL_SECONDS = 10;

    private final MetricCatalog metrics = MetricCatalog.load();

    /** Null only if something is wrong. */
    @Nullable
    Task read(Fields fields) {
        String target = fields.text("target", 200);
        Kind kind = fields.choice("kind", Kind.class, null);
        String positiveLabel = fields.optionalText("positiveLabel", 200);
        List<String> classes = fields.texts("classes", 2, MOST_CLASSES, 200, _ -> true, "");
        String name = fields.text("metric", 64);
        Fields settings = fields.object("metricSettings", false);
        int decimals = (int) fields.integer("decimals", 0, MOST_DECIMALS, DEFAULT_DECIMALS);
        PredictionRange range = range(fields);
        OutOfRange outOfRange = fields.choice("outOfRange", OutOfRange.class, OutOfRange.REJECT);
        Sql sql = sql(fields, name);
        fields.nothingElse();
        MetricRule metric = metrics.find(name).orElse(null);
        if (metric == null) {
            if (!name.isEmpty()) {
                fields.wrong("metric", "must be one of " + String.join(", ", metrics.names()));
            }
            return null;
        }
        Map<String, Object> metricSettings = settings.settings(metric.settings());
        settings.nothingElse();
        if (kind == null || outOfRange == null) {
            return null;
        }
        if (!metric.fits(kind)) {
            fields.wrong("metric", name + " does not suit the kind " + kind.wire());
        }
        if (kind == Kind.BINARY && positiveLabel == null) {
            fields.wrong("positiveLabel", "is missing: a binary task names the label that counts as 1");
        }
        if (kind != Kind.BINARY && positiveLabel != null) {
            fields.wrong("positiveLabel", "belongs to binary tasks only");
        }
        if (kind != Kind.CATEGORY && !classes.isEmpty()) {
            fields.wrong("classes", "belongs to category tasks only");
        }
        if (range != null && metric.wantsLabels(kind)) {
            fields.wrong("predictionRange", "does not go with " + name + ", whose predictions are labels");
        } else if (range != null && !metric.canUse(range)) {
            fields.wrong("predictionRange", "must lie within " + metric.usable() + ", all that " + name + " can use");
        }
        if (range == null && metric.wantsProbabilities()) {
            range = new PredictionRange(0, 1);
        }
        return new Task(target, kind, positiveLabel, classes, name, metricSettings, decimals, range, outOfRange, sql);
    }

    /** Null if there is none, or something is wrong. Whether the query is any good is found out where it is run. */
    private static @Nullable Sql sql(Fields task, String metric) {
        if (!metric.equals(MetricRule.SQL)) {
            if (task.has("sql") && !metric.isEmpty()) {
                task.wrong("sql", "belongs to the metric sql only");
            }
            return null;
        }
        Fields fields = task.object("sql", true);
        String query = fields.text("query", LONGEST_QUERY);
        Direction direction = fields.choice("direction", Direction.class, null);
        int memory = (int) fields.integer("memory", LEAST_SQL_MEMORY, MOST_SQL_MEMORY, DEFAULT_SQL_MEMORY);
        int seconds = (int) fields.integer("seconds", 1, MOST_SQL_SECONDS, DEFAULT_SQL_SECONDS);
        fields.nothingElse();
        return direction == null ? null : new Sql(query, direction, memory, seconds);
    }

    private static @Nullable PredictionRange range(Fields task) {
        if (!task.has("predictionRange")) {
            return null;
        }
        Fields fields = task.object("predictionRange", false);
        OptionalDouble min = fields.number("min");
        OptionalDouble max = fields.number("max");
        fields.nothingElse();
        if (min.isEmpty() || max.isEmpty()) {
            return null;
        }
        if (min.getAsDouble() >= max.getAsDouble()) {
            fields.wrong("max", "must be greater than min");
        }
        return new PredictionRange(min.getAsDouble(), max.getAsDouble());
    }
}
