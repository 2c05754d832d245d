package podium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void nearestRankOfAHundredValuesIsTheValueItself() {
        // Given 100, 99, ... 1
        Percentiles p = new Percentiles(
                DoubleStream.iterate(100, x -> x - 1).limit(100).boxed().toList());

        // Then
        assertThat(p.at(0.5)).isEqualTo(50);
        assertThat(p.at(0.99)).isEqualTo(99);
        assertThat(p.at(1)).isEqualTo(100);
        assertThat(p.n()).isEqualTo(100);
    }

    @Test
    void aSingleValueIsEveryPercentile() {
        Percentiles p = new Percentiles(List.of(7.0));
        assertThat(p.at(0.01)).isEqualTo(7);
        assertThat(p.at(1)).isEqualTo(7);
    }

    @Test
    void anEmptySampleHasNone() {
        assertThatThrownBy(() -> new Percentiles(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
