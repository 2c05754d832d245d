package podium.scoring.key;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * Orders things by HMAC-SHA256(K, domain, 0, id): for everybody without the key an order at random, for the one with the key
 * always the same. It says nothing about the order of the ids.
 */
public final class KeyedOrder {
    private final KeyedHash hash;

    /**
     * @param key 256 secret bits
     * @param domain what is ordered, so that two orders with one key have nothing in common
     */
    public KeyedOrder(byte[] key, String domain) {
        hash = new KeyedHash(key, domain);
    }

    /**
     * The rank of each of some things in the keyed order.
     *
     * @param count how many things
     * @param id the id of each thing, from its index; ids are distinct
     * @return for each index its rank, from 0 to {@code count - 1}, each once
     */
    public int[] ranks(int count, IntUnaryOperator id) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = hash.value(id.applyAsInt(i));
        }
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] ranks = new int[count];
        BitSet taken = new BitSet(count);
        for (int i = 0; i < count; i++) {
            int rank = Arrays.binarySearch(sorted, values[i]);
            // 64 bits of the HMAC decide; should two ever be equal, the first of the equals takes the first place.
            while (rank > 0 && sorted[rank - 1] == values[i]) {
                rank--;
            }
            ranks[i] = taken.nextClearBit(rank);
            taken.set(ranks[i]);
        }
        return ranks;
    }

    /** The same the other way round: the index of the thing at each rank. */
    public int[] order(int count, IntUnaryOperator id) {
        int[] ranks = ranks(count, id);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[ranks[i]] = i;
        }
        return order;
    }
}
