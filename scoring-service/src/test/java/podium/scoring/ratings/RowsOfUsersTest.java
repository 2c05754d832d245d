package podium.scoring.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class RowsOfUsersTest {
    private static final Ratings SIX = new Ratings(
            2, 6, new int[] {0, 1, 0, 0, 1, 0}, new int[] {0, 1, 2, 3, 4, 5}, new float[] {1, 1, 1, 1, 1, 1}, null);

    @Test
    void theRowsOfAUserStandTogetherInTheirOrder() {
        BitSet some = BitSet.valueOf(new long[] {0b111011});

        RowsOfUsers rows = RowsOfUsers.of(SIX, some);

        assertThat(rows.start()).containsExactly(0, 3, 5);
        assertThat(rows.row()).containsExactly(0, 3, 5, 1, 4);
    }

    @Test
    void theGreatestHashesAreBeyondAndOfEqualOnesTheLaterRows() {
        RowsOfUsers rows = RowsOfUsers.of(SIX, BitSet.valueOf(new long[] {0b111111}));
        long[] hash = {-1, 0, 7, 7, 0, 7};

        assertThat(rows.beyond(0, 3, row -> hash[row])).containsExactly(0);
        assertThat(rows.beyond(0, 2, row -> hash[row])).containsExactly(0, 5);
        assertThat(rows.beyond(0, 1, row -> hash[row])).containsExactly(0, 3, 5);
        assertThat(rows.beyond(0, 4, row -> hash[row])).isEmpty();
        assertThat(rows.beyond(1, 1, row -> hash[row])).containsExactly(4);
    }
}
