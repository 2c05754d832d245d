package podium.scoring.metric;

import java.util.List;

/** What came of choosing a metric by its name and settings. */
public sealed interface MetricChoice {

    /** There is such a metric. */
    record Chosen(Metric metric) implements MetricChoice {}

    /**
     * There is none.
     *
     * @param problems all that is wrong with the name and the settings, each a sentence without a full stop
     */
    record Refused(List<String> problems) implements MetricChoice {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
