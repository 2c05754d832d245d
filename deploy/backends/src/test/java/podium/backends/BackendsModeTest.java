package podium.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import podium.backends.process.BackendException;

class BackendsModeTest {
    @Test
    void readsTheName() {
        assertThat(BackendsMode.of("auto")).isEqualTo(BackendsMode.AUTO);
        assertThat(BackendsMode.of(" containers ")).isEqualTo(BackendsMode.CONTAINERS);
    }

    @Test
    void refusesAnotherNameAndSaysWhichThereAre() {
        assertThatThrownBy(() -> BackendsMode.of("docker"))
                .isInstanceOf(BackendException.class)
                .hasMessage("-Dpodium.backends=docker is none of [embedded, containers, auto].");
    }
}
