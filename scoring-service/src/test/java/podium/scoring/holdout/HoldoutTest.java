package podium.scoring.holdout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

        SolutionFile.write(file, new int[] {7, 2, 5}, List.of("b", "a", "b"), publicRows, new byte[] {63, 5, 0});

        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("id,label,part,block\n7,b,private,63\n2,a,public,5\n5,b,private,0\n");
        Solution solution = SolutionFile.read(new ByteArrayInputStream(file.toByteArray()), CONTEST, RELEASE, false);
        Labels.Categories labels = (Labels.Categories) solution.labels();
        assertThat(labels.names()).containsExactly("a", "b");
        assertThat(labels.codes()).containsExactly(1, 0, 1);
        assertThat(solution.rows()).isEqualTo(3);
        assertThat(solution.ids().rowOf("5")).isEqualTo(2);
        assertThat(solution.ids().rowOf("6")).isEqualTo(-1);
        assertThat(solution.isPublic(1)).isTrue();
        assertThat(solution.publicCount()).isEqualTo(1);
        assertThat(new byte[] {solution.cell(0), solution.cell(1), solution.cell(2)})
                .containsExactly(127, 5, 64);
        assertThat(new int[] {solution.block(0), solution.block(1), solution.block(2)})
                .containsExactly(63, 5, 0);
    }

    @Test
    void aLaterPartsCellIsAnUnsignedByte() {
        byte cell = Solution.cell(3, 63);

        assertThat(Byte.toUnsignedInt(cell)).isEqualTo(255);
        assertThatThrownBy(() -> Solution.cell(4, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Solution.cell(0, 64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Solution.cell(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherFileIsNoSolution() {
        byte[] file = "id,label,part\n7,b,private\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SolutionFile.read(new ByteArrayInputStream(file), CONTEST, RELEASE, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("[id, label, part, block]");
    }

    @Test
    void blocksOfAPartHaveTheSameSize() {
        int rows = 1000;
        BitSet publicRows = split.publicRows(rows, row -> row + 1, new BigDecimal("0.3"));

        byte[] blocks = split.blocks(rows, row -> row + 1, publicRows);

        // 300 public rows have 37 blocks of eight or nine rows, 700 private ones 64 of ten or eleven.
        int[][] sizes = new int[2][64];
        for (int row = 0; row < rows; row++) {
            sizes[publicRows.get(row) ? 0 : 1][blocks[row]]++;
        }
        assertThat(Arrays.stream(sizes[0]).limit(37)).containsOnly(8, 9);
        assertThat(Arrays.stream(sizes[0]).skip(37)).containsOnly(0);
        assertThat(Arrays.stream(sizes[1])).containsOnly(10, 11);
    }

    @Test
    void blocksDependOnTheIdsAndNotOnTheOrder() {
        BitSet publicRows = new BitSet();
        publicRows.set(0, 100);

        byte[] ascending = split.blocks(100, row -> row + 1, publicRows);
        byte[] descending = split.blocks(100, row -> 100 - row, publicRows);

        for (int row = 0; row < 100; row++) {
            assertThat(descending[99 - row]).isEqualTo(ascending[row]);
        }
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new HoldoutSplit(other).blocks(100, row -> row + 1, publicRows))
                .isNotEqualTo(ascending);
    }

    @Test
    void aSolutionHasEachIdOnce() {
        Labels labels = new Labels.Numbers(new double[2]);

        assertThatThrownBy(() -> new Solution(CONTEST, RELEASE, new int[] {3, 3}, labels, new byte[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Solution(CONTEST, RELEASE, new int[] {3}, labels, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Solution(CONTEST, RELEASE, new int[] {3, 4}, labels, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
