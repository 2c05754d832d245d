package podium.submission.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.kit.test.EventContracts;

/** The definitions of the documentation are valid as they stand. */
class PresetsTest {
    private static final Path PRESETS =
            Path.of("").toAbsolutePath().resolveSibling("docs").resolve("presets");

    @ParameterizedTest
    @MethodSource("presets")
    void a_preset_works_as_it_is(Path preset) throws IOException {
        JsonNode document = new YAMLMapper().readTree(preset.toFile());

        EventContracts.assertValidDocument("contest-definition", document.toString());
        assertThat(new DefinitionReader(512L << 20).read(document)).isInstanceOf(Reading.Valid.class);
    }

    @Test
    void these_are_the_presets() throws IOException {
        assertThat(presets().map(each -> each.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(
                        List.of("netflix-prize.yaml", "kaggle-style.yaml", "internal.yaml", "partners.yaml"));
    }

    static Stream<Path> presets() throws IOException {
        try (Stream<Path> files = Files.list(PRESETS)) {
            return files.toList().stream();
        }
    }
}
