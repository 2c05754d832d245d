package podium.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page is what the metrics say. To write it anew:
 *
 * <pre>{@code ./mvnw -q -Dquick -pl scoring-service test -Dtest=MetricsPageTest -Dpodium.write-docs=true}</pre>
 */
class MetricsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");

    @Test
    void thePageIsWhatTheMetricsSay() throws IOException {
        if (Boolean.getBoolean("podium.write-docs")) {
            Files.writeString(PAGE, MetricsPage.text());
        }

        assertThat(Files.readString(PAGE)).isEqualTo(MetricsPage.text());
    }
}
