package podium.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.kit.problem.Problems;

class HeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=30                     | 30",
                "respond-async, wait=5       | 5",
                "wait = 5; foo=bar           | 5",
                "WAIT=\"7\"                  | 7",
                "wait=999999999              | 60",
                "wait=0                      | 0",
                "wait=-1                     | 0",
                "wait=soon                   | 0",
                "await=30                    | 0",
                "return=minimal              | 0",
            })
    void readsHowLongTheClientWaits(String header, long seconds) {
        assertThat(Prefer.wait(header, Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void waitsForNobodyWhoDidNotAsk() {
        assertThat(Prefer.wait(null, Duration.ofMinutes(1))).isEqualTo(Duration.ZERO);
    }

    @Test
    void comparesEntityTagsWeakly() {
        assertThat(ETags.of(7)).isEqualTo("\"7\"");
        assertThat(ETags.matches("\"7\"", "\"7\"")).isTrue();
        assertThat(ETags.matches("W/\"7\"", "\"7\"")).isTrue();
        assertThat(ETags.matches("\"6\", \"7\"", "\"7\"")).isTrue();
        assertThat(ETags.matches("*", "\"7\"")).isTrue();
        assertThat(ETags.matches("\"70\"", "\"7\"")).isFalse();
        assertThat(ETags.matches(null, "\"7\"")).isFalse();
        assertThatThrownBy(() -> ETags.of("a\"b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundsRetryAfterUp() {
        assertThat(Problems.seconds(Duration.ofMillis(1))).isEqualTo("1");
        assertThat(Problems.seconds(Duration.ofMillis(1001))).isEqualTo("2");
        assertThat(Problems.seconds(Duration.ZERO)).isEqualTo("1");
        assertThat(Problems.seconds(Duration.ofDays(1))).isEqualTo("86400");
    }
}
