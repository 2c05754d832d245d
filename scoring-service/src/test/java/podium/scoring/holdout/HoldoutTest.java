package podium.scoring.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldoutTest {
    private static final UUID CONTEST = new UUID(1, 2);
    private static final UUID RELEASE = new UUID(3, 4);

    private final HoldoutSplit split = new HoldoutSplit(new byte[32]);

    @Test
    void hidesExactlyTheShareAndTheSameRowsEveryTime() {
        BitSet hidden = split.hidden(1001, new BigDecimal("0.3"));

        assertThat(hidden.cardinality()).isEqualTo(300);
        assertThat(split.hidden(1001, new BigDecimal("0.3"))).isEqualTo(hidden);
        byte[] other = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        assertThat(new HoldoutSplit(other).hidden(1001, new BigDecimal("0.3"))).isNotEqualTo(hidden);
    }

    @Test
    void neverSplitsAGroup() {
        BitSet hidden = split.hiddenGroups(1000, 100, row -> row / 10, new BigDecimal("0.25"));

        assertThat(hidden.cardinality()).isEqualTo(250);
        for (int row = 0; row < 1000; row++) {
            assertThat(hidden.get(row)).isEqualTo(hidden.get(row / 10 * 10));
        }
    }

    @Test
    void publicRowsDependOnTheIdsAndNotOnTheOrder() {
        BitSet ascending = split.publicRows(100, row -> row + 1, new BigDecimal("0.4"));
        BitSet descending = split.publicRows(100, row -> 100 - row, new BigDecimal("0.4"));

        assertThat(ascending.cardinality()).isEqualTo(40);
        for (int row = 0; row < 100; row++) {
            assertThat(descending.get(99 - row)).isEqualTo(ascending.get(row));
        }
    }

    @Test
    void aSolutionIsReadAsItWasWritten() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        BitSet publicRows = new BitSet();
        publicRows.set(1);

        SolutionFile.write(file, new int[] {7, 2, 5}, List.of("b", "a", "b"), publicRows);

        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("id,label,part\n7,b,private\n2,a,public\n5,b,private\n");
        Solution solution = SolutionFile.read(new ByteArrayInputStream(file.toByteArray()), CONTEST, RELEASE, false);
        Labels.Categories labels = (Labels.Categories) solution.labels();
        assertThat(labels.names()).containsExactly("a", "b");
        assertThat(labels.codes()).containsExactly(1, 0, 1);
        assertThat(solution.rows()).isEqualTo(3);
        assertThat(solution.ids().rowOf("5")).isEqualTo(2);
        assertThat(solution.ids().rowOf("6")).isEqualTo(-1);
        assertThat(solution.isPublic(1)).isTrue();
        assertThat(solution.publicCount()).isEqualTo(1);
    }

    @Test
    void aSolutionHasEachIdOnce() {
        Labels labels = new Labels.Numbers(new double[2]);

        assertThatThrownBy(() -> new Solution(CONTEST, RELEASE, new int[] {3, 3}, labels, new BitSet()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Solution(CONTEST, RELEASE, new int[] {3}, labels, new BitSet()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
