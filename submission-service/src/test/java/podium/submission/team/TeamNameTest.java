package podium.submission.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamNameTest {
    @Test
    void is_shown_as_written_and_compared_as_it_looks() {
        assertThat(TeamName.of("  Gradient \t Descenders "))
                .contains(new TeamName("Gradient Descenders", "gradient descenders"));
        assertThat(TeamName.of("ＢｅｌｌＫｏｒ").orElseThrow().key()).isEqualTo("bellkor");
        assertThat(TeamName.of("Zu\u0308rich").orElseThrow().shown()).isEqualTo("Zürich");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "evil\u202Eeman", "zero\u200Bwidth"})
    void refuses_what_cannot_be_seen(String text) {
        assertThat(TeamName.of(text)).isEmpty();
    }

    @Test
    void has_at_most_80_characters() {
        assertThat(TeamName.of("x".repeat(80))).isPresent();
        assertThat(TeamName.of("x".repeat(81))).isEmpty();
    }
}
