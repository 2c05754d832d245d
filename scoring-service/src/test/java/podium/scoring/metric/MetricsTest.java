package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void metricsAreFoundByTheNamesOfContestDefinitions() {
        assertThat(Metrics.byName("roc-auc")).contains(new RocAuc());
        assertThat(Metrics.byName("rmse")).contains(new Rmse());
        assertThat(Metrics.byName("mae")).contains(new Mae());
        assertThat(Metrics.byName("accuracy")).contains(new Accuracy());
        assertThat(Metrics.byName("log-loss")).contains(new LogLoss());
        assertThat(Metrics.byName("ROC-AUC")).isEmpty();
    }

    @Test
    void everyMetricThatThereIsCanBeChosen() {
        assertThat(Metrics.all().stream().map(Metric::getClass)).containsExactlyInAnyOrder(all());
        assertThat(Metrics.all()).extracting(Metric::name).doesNotHaveDuplicates();
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Metric>[] all() {
        return Stream.of(Metric.class.getPermittedSubclasses()).toArray(Class[]::new);
    }

    @Test
    void whatAContestDoesNotSetIsTheStandard() {
        assertThat(Metrics.byName("map-at-k")).contains(new MapAtK(10));
        assertThat(Metrics.byName("recall-at-k")).contains(new RecallAtK(10));
        assertThat(Metrics.byName("ndcg-at-k")).contains(new NdcgAtK(10, NdcgAtK.Gain.LINEAR));
        assertThat(Metrics.byName("pinball")).contains(new Pinball(0.5));
        assertThat(Metrics.byName("crps")).contains(new Crps(0, 1));
        assertThat(Metrics.byName("mape")).contains(new Mape(Mape.Zeros.REFUSE));
        assertThat(Metrics.byName("smape")).contains(new Smape(Smape.Zeros.COUNT));
        assertThat(Metrics.byName("f1")).contains(new F1(F1.Averaging.BINARY, 1));
    }

    @Test
    void settingsMakeTheMetric() {
        assertThat(Metrics.choose("ndcg-at-k", Map.of("k", 5, "gain", "exponential")))
                .isEqualTo(new MetricChoice.Chosen(new NdcgAtK(5, NdcgAtK.Gain.EXPONENTIAL)));
        assertThat(Metrics.choose("crps", Map.of("gridStart", -3, "gridStep", 0.25)))
                .isEqualTo(new MetricChoice.Chosen(new Crps(-3, 0.25)));
        assertThat(Metrics.choose("f1", Map.of("averaging", "macro")))
                .isEqualTo(new MetricChoice.Chosen(new F1(F1.Averaging.MACRO, 1)));
        assertThat(Metrics.choose("rmse", Map.of())).isEqualTo(new MetricChoice.Chosen(new Rmse()));
    }

    @Test
    void aMetricSaysWithWhichSettingsItWasMade() {
        for (Metric metric : Metrics.all()) {
            assertThat(metric.settings().keySet())
                    .as(metric.name())
                    .containsExactlyInAnyOrderElementsOf(Metrics.settings(metric.name()).stream()
                            .map(Setting::name)
                            .toList());
            assertThat(Metrics.choose(metric.name(), metric.settings())).isEqualTo(new MetricChoice.Chosen(metric));
        }
        assertThat(new NdcgAtK(5, NdcgAtK.Gain.EXPONENTIAL).settings())
                .isEqualTo(Map.of("k", 5, "gain", "exponential"));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        MetricChoice choice = Metrics.choose("ndcg-at-k", Map.of("k", 0, "gain", "cubic", "K", 3, "depth", 1));

        assertThat(choice)
                .isEqualTo(new MetricChoice.Refused(List.of(
                        "k has to be a whole number from 1 to 10000, not 0",
                        "gain has to be one of linear, exponential, not cubic",
                        "ndcg-at-k has no setting K",
                        "ndcg-at-k has no setting depth")));
    }

    @Test
    void noSuchMetric() {
        assertThat(Metrics.choose("luck", Map.of()))
                .isEqualTo(new MetricChoice.Refused(List.of("There is no metric luck")));
        assertThat(Metrics.settings("luck")).isEmpty();
    }

    @Test
    void aWholeNumberIsWholeAndWithinItsBounds() {
        Setting.Whole k = new Setting.Whole("k", "", 1, 20, 10);

        assertThat(List.of(1, 20, 7L, 7.0)).allMatch(k::allows);
        assertThat(List.<Object>of(0, 21, 1.5, 1e10, "7", true, 4_294_967_297L)).noneMatch(k::allows);
    }

    @Test
    void aNumberIsStrictlyWithinItsBounds() {
        Setting.Real quantile = new Setting.Real("quantile", "", 0, 1, 0.5);

        assertThat(List.of(0.5, 1e-300, 0.999)).allMatch(quantile::allows);
        assertThat(List.<Object>of(0, 1, -0.1, Double.NaN, "0.5")).noneMatch(quantile::allows);
        assertThat(quantile.problem(2)).contains("quantile has to be a number above 0.0 and below 1.0, not 2");
        assertThat(quantile.problem(0.1)).isEmpty();
    }

    @Test
    void aWordIsOneOfItsWords() {
        Setting.Word gain = new Setting.Word("gain", "", List.of("linear", "exponential"), "linear");

        assertThat(gain.allows("exponential")).isTrue();
        assertThat(List.<Object>of("Exponential", "", 1)).noneMatch(gain::allows);
    }

    @Test
    void metricsRefuseBadSettings() {
        assertThatThrownBy(() -> new Pinball(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantile has to be a number above 0.0 and below 1.0, not 1.0");
        assertThatThrownBy(() -> new MapAtK(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RecallAtK(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NdcgAtK(10_001, NdcgAtK.Gain.LINEAR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Crps(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Crps(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new F1(F1.Averaging.BINARY, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Settings.of(List.of(), Map.of()).whole("k"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a setting of the metric: k");
    }

    @Test
    void everyMetricIsDescribed() {
        for (Metric metric : Metrics.all()) {
            assertThat(metric.definition()).as(metric.name()).endsWith(".").contains(":");
            assertThat(metric.edgeCases()).as(metric.name()).endsWith(".");
            assertThat(metric.fits()).as(metric.name()).isNotEmpty();
            assertThat(metric.version()).isEqualTo(1);
            assertThat(metric.decimals()).isEqualTo(4);
        }
    }

    @Test
    void formsFollowTheTaskUnlessTheMetricAsksForAnother() {
        assertThat(new LogLoss().form(TaskKind.CATEGORY)).isEqualTo(Form.PROBABILITIES);
        assertThat(new LogLoss().form(TaskKind.BINARY)).isEqualTo(Form.NUMBER);
        assertThat(new Crps(0, 1).form(TaskKind.NUMBER)).isEqualTo(Form.GRID);
        assertThat(new Accuracy().form(TaskKind.CATEGORY)).isEqualTo(Form.NAME);
        assertThat(new Mrr().form(TaskKind.LIST)).isEqualTo(Form.LIST);
        assertThat(new Mrr().form(TaskKind.RELEVANCE)).isEqualTo(Form.NUMBER);
        assertThat(new Rmse().form(TaskKind.TARGETS)).isEqualTo(Form.TARGETS);
    }

    @Test
    void probabilitiesAreFromZeroToOne() {
        for (Metric metric : List.of(new Brier(), new LogLoss(), new Crps(0, 1))) {
            assertThat(metric.domain()).isEqualTo(new Bounds(0, 1));
        }
        assertThat(new Rmse().domain()).isEqualTo(Bounds.WIDEST);
    }
}
