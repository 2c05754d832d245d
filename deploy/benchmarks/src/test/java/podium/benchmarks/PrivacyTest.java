package podium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * {@code deploy/bench privacy} over a million rows. What it finds is the same on every machine; the bounds of time are ten times
 * what two idle cores take, those of memory twice.
 */
@EnabledOnOs(OS.LINUX)
class PrivacyTest {
    @Test
    void aMillionRowsAreTreatedAttackedAndJudgedInBoundedTimeAndMemory() throws IOException {
        ByteArrayOutputStream table = new ByteArrayOutputStream();

        String last =
                new Privacy().run(new PrintStream(table, true, StandardCharsets.UTF_8), List.of("--rows", "1_000_000"));

        JsonNode figures = new ObjectMapper().readTree(last);
        assertThat(figures.properties())
                .extracting(Object::toString)
                .contains(
                        "benchmark=\"privacy\"",
                        "rows=1000000",
                        "ids_only_top1=1.0",
                        "default_plan_top1=0.05",
                        "default_plan_population_top1=0.01",
                        "verdict_ids_only=\"refused\"",
                        "verdict_default=\"passed\"");
        assertThat(figure(figures, "pipeline_processor_s")).isLessThan(50);
        assertThat(figure(figures, "attack_processor_s")).isLessThan(25);
        assertThat(figure(figures, "attack_default_processor_s")).isLessThan(6);
        assertThat(figure(figures, "pipeline_s")).isLessThan(100);
        assertThat(figure(figures, "attack_s")).isLessThan(50);
        assertThat(figure(figures, "attack_default_s")).isLessThan(15);
        assertThat(figure(figures, "peak_mb")).isLessThan(1_200);
        assertThat(table.toString(StandardCharsets.UTF_8))
                .contains(
                        "1,000,000 rows of 4,778 users and 2,000 items",
                        "ways exceed a bound",
                        "No way exceeds a bound");
    }

    private static double figure(JsonNode figures, String name) {
        assertThat(figures.path(name).isNumber()).as(name).isTrue();
        double figure = figures.path(name).doubleValue();
        assertThat(figure).as(name).isPositive();
        return figure;
    }
}
