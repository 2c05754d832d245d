package podium.backends;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = MINUTES)
class KafkaServerIT {
    @TempDir
    Path directory;

    @Test
    void keepsWhatWasAcknowledgedWhenItIsKilled() throws Exception {
        try (KafkaServer broker = KafkaServer.start(KafkaServer.Settings.kept(directory, 0))) {
            // Given
            broker.createTopics(Map.of("scores", 3), Map.of());
            Records.send(broker, "scores", "before");
            String servers = broker.bootstrapServers();

            // When
            broker.kill();
            broker.restart();
            Records.send(broker, "scores", "after");

            // Then
            assertThat(broker.bootstrapServers()).isEqualTo(servers);
            assertThat(Records.read(broker, "scores", 2, "reader")).containsExactlyInAnyOrder("before", "after");
        }
        // and after a clean stop too
        try (KafkaServer broker = KafkaServer.start(KafkaServer.Settings.kept(directory, 0))) {
            assertThat(Records.read(broker, "scores", 2, "reader-2")).containsExactlyInAnyOrder("before", "after");
        }
    }

    @Test
    void createsTopicsOnceAndNoneByItself() throws Exception {
        KafkaServer.Settings settings = KafkaServer.Settings.forTests();
        try (KafkaServer broker = KafkaServer.start(settings);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // Given
            broker.createTopics(Map.of("contests", 3), Map.of("retention.ms", "-1"));

            // When
            broker.createTopics(Map.of("contests", 5, "teams", 2), Map.of("retention.ms", "1000"));

            // Then
            assertThat(Records.topics(broker)).isEqualTo(Map.of("contests", 3, "teams", 2));
            ConfigResource contests = new ConfigResource(ConfigResource.Type.TOPIC, "contests");
            assertThat(admin.describeConfigs(List.of(contests)).all().get(30, TimeUnit.SECONDS))
                    .extractingByKey(contests)
                    .extracting(config -> config.get("retention.ms").value())
                    .isEqualTo("-1");
            assertThatThrownBy(() -> Records.send(broker, "nobody-made-me", "x"))
                    .hasMessageContaining("nobody-made-me");
        }
        assertThat(settings.directory()).doesNotExist();
    }
}
