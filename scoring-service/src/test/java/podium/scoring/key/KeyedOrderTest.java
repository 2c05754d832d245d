package podium.scoring.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedOrderTest {
    private static final byte[] KEY = new byte[32];

    @Test
    void ranksAreThoseOfTheHmac() {
        // Computed apart with Python's hmac: the first 8 bytes of HMAC-SHA256(32 zero bytes, "row-id", 0, index in 4
        // bytes),
        // big-endian and signed.
        KeyedOrder order = new KeyedOrder(KEY, "row-id");

        assertThat(order.order(5, IntUnaryOperator.identity())).containsExactly(0, 4, 1, 2, 3);
    }

    @Test
    void ranksAreAPermutationAndTheOrderItsInverse() {
        int[] ranks = new KeyedOrder(KEY, "a").ranks(1000, i -> 7 * i);
        int[] order = new KeyedOrder(KEY, "a").order(1000, i -> 7 * i);

        assertThat(Arrays.stream(ranks).sorted())
                .containsExactly(IntStream.range(0, 1000).boxed().toArray(Integer[]::new));
        assertThat(IntStream.range(0, 1000).map(i -> order[ranks[i]]))
                .containsExactly(IntStream.range(0, 1000).boxed().toArray(Integer[]::new));
    }

    @Test
    void anotherKeyOrDomainGivesAnotherOrder() {
        byte[] other = KEY.clone();
        other[31] = 1;
        int[] order = new KeyedOrder(KEY, "a").order(100, IntUnaryOperator.identity());

        assertThat(new KeyedOrder(KEY, "b").order(100, IntUnaryOperator.identity()))
                .isNotEqualTo(order);
        assertThat(new KeyedOrder(other, "a").order(100, IntUnaryOperator.identity()))
                .isNotEqualTo(order);
        assertThat(new KeyedOrder(KEY, "a").order(100, IntUnaryOperator.identity()))
                .isEqualTo(order);
    }

    @Test
    void theOrderSaysNothingAboutTheIds() {
        int n = 2000;
        int[] ranks = new KeyedOrder(KEY, "a").ranks(n, IntUnaryOperator.identity());

        // Spearman's correlation of id and rank; its standard deviation under independence is 1 / sqrt(n - 1) = 0.022.
        double squares = IntStream.range(0, n)
                .mapToDouble(i -> Math.pow(i - ranks[i], 2))
                .sum();
        double rho = 1 - 6 * squares / ((double) n * ((double) n * n - 1));
        assertThat(Math.abs(rho)).isLessThan(0.09);
    }
}
