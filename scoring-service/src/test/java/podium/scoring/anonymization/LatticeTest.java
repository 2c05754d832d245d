package podium.scoring.anonymization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two attributes, the first with levels 0 to 2, the second 0 and 1: nodes 00, 01, 10, 11, 20, 21 are 0 to 5. */
class LatticeTest {
    private final Lattice lattice = new Lattice(new int[] {2, 1});

    @Test
    void nodesAreNumberedInTheOrderOfTheirLevels() {
        assertThat(lattice.nodes()).isEqualTo(6);
        assertThat(lattice.levels(3)).containsExactly(1, 1);
        assertThat(IntStream.range(0, 6)).allMatch(node -> lattice.number(lattice.levels(node)) == node);
    }

    @Test
    void theyAreTakenByHeight() {
        assertThat(lattice.fromTheTop()).containsExactly(5, 3, 4, 1, 2, 0);
        assertThat(lattice.fromTheMiddle()).containsExactly(1, 2, 3, 4, 0, 5);
    }

    @Test
    void whatIsMoreOrLessGeneralIsClosed() {
        lattice.closeBelow(new int[] {1, 0});
        assertThat(open()).containsExactly(1, 3, 4, 5);

        lattice.closeAbove(new int[] {1, 1});
        assertThat(open()).containsExactly(1, 4);
    }

    @Test
    void aPathRunsOverOpenNodesAlone() {
        assertThat(lattice.path(2)).containsExactly(0, 2, 4, 5);

        lattice.close(4);

        assertThat(lattice.path(2)).containsExactly(0, 2, 3, 5);
        assertThat(lattice.path(4)).isEmpty();
    }

    private int[] open() {
        return Arrays.stream(lattice.fromTheTop())
                .filter(lattice::isOpen)
                .sorted()
                .toArray();
    }
}
