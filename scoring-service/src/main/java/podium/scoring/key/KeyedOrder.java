package podium.scoring.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Orders things by HMAC-SHA256(K, domain, 0, id): for everybody without the key an order at random, for the one with the key
 * always the same. It says nothing about the order of the ids.
 */
public final class KeyedOrder {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final byte[] prefix;

    /**
     * @param key 256 secret bits
     * @param domain what is ordered, so that two orders with one key have nothing in common
     */
    public KeyedOrder(byte[] key, String domain) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
        prefix = Arrays.copyOf(
                domain.getBytes(StandardCharsets.UTF_8), domain.getBytes(StandardCharsets.UTF_8).length + 1);
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
            values[i] = value(id.applyAsInt(i));
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

    private long value(int id) {
        mac.update(prefix);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(id).flip());
        return ByteBuffer.wrap(mac.doFinal()).getLong();
    }
}
