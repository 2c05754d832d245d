package podium.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.backends.process.BackendException;

class TopicsTest {
    @TempDir
    Path directory;

    @Test
    void readsTopicsAndAddsTheirDeadLetterTopics() throws Exception {
        // Given
        Path document = directory.resolve("asyncapi.yaml");
        Files.writeString(document, """
                asyncapi: 3.0.0
                channels:
                  scores:
                    address: scores
                    bindings:
                      kafka:
                        partitions: 6
                  teams:
                    address: contest.teams
                    bindings: {kafka: {partitions: 3}}
                """);

        // When, then
        assertThat(Topics.of(document))
                .isEqualTo(Map.of(
                        "scores", 6, "scores.dead-letter", 1, "contest.teams", 3, "contest.teams.dead-letter", 1));
    }

    @Test
    void namesTheChannelThatLacksItsPartitions() throws Exception {
        // Given
        Path document = directory.resolve("asyncapi.yaml");
        Files.writeString(document, "channels: {scores: {address: scores, bindings: {kafka: {}}}}");

        // When, then
        assertThatThrownBy(() -> Topics.of(document))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("channel scores lacks its address or partitions");
    }

    @Test
    void findsTheContractAboveTheWorkingDirectory() {
        assertThat(Topics.ofContract()).containsKeys("contests", "scores.dead-letter");
    }
}
