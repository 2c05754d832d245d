package podium.scoring.fingerprint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import podium.scoring.metric.Values;

/**
 * Which cells of each file of a contest are compared: a uniform sample of its rows, without replacement, and in each of them
 * one column. The contest's key draws, so that nobody can know which rows are safe to leave as they were copied.
 */
public final class SampledCells {
    /** So many rows are sampled; all of a smaller file. */
    public static final int MOST = 4096;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] DOMAIN = "integrity-sample\0".getBytes(StandardCharsets.US_ASCII);

    private final int[] rows;
    private final long[] columnDraws;

    /**
     * @param key 256 secret bits of the contest
     * @param count how many rows the solution has
     */
    public SampledCells(byte[] key, int count) {
        Draws draws = new Draws(key);
        rows = new int[Math.min(count, MOST)];
        columnDraws = new long[rows.length];
        // Fisher and Yates' shuffle, as far as it is needed, over an array of which only what was moved is kept.
        Map<Integer, Integer> moved = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            int chosen = i + draws.below(count - i);
            rows[i] = moved.getOrDefault(chosen, chosen);
            moved.put(chosen, moved.getOrDefault(i, i));
            columnDraws[i] = draws.next();
        }
    }

    /** How many cells are sampled. */
    public int size() {
        return rows.length;
    }

    /** The row of the solution that a sampled cell is in. */
    public int row(int cell) {
        return rows[cell];
    }

    private int column(int cell, int columns) {
        return (int) Math.unsignedMultiplyHigh(columnDraws[cell], columns);
    }

    /** The sampled cells of predictions. */
    double[] of(Values values) {
        double[] cells = new double[rows.length];
        for (int i = 0; i < cells.length; i++) {
            int row = rows[i];
            cells[i] = switch (values) {
                case Values.Numbers(double[] numbers) -> numbers[row] + 0.0;
                case Values.Codes(int[] codes) -> codes[row];
                case Values.Table(double[] numbers, int columns) -> numbers[row * columns + column(i, columns)] + 0.0;
                case Values.Lists(int[] starts, int[] items) ->
                    // 53 bits: a double holds them all
                    RowKeys.ofItems(items, starts[row], starts[row + 1]) >>> 11;
            };
        }
        return cells;
    }

    /**
     * What is true of the sampled cells, for predictions with some columns: of a class's probability 1 or 0.
     *
     * @return null where a label is nothing that a single cell could be
     */
    public double @Nullable [] truth(Values labels, int columns) {
        return switch (labels) {
            case Values.Numbers numbers when columns == 1 -> of(numbers);
            case Values.Codes codes when columns == 1 -> of(codes);
            case Values.Codes(int[] codes) -> {
                double[] cells = new double[rows.length];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = codes[rows[i]] == column(i, columns) ? 1 : 0;
                }
                yield cells;
            }
            case Values.Table table when table.columns() == columns -> of(table);
            case Values.Numbers _, Values.Table _, Values.Lists _ -> null;
        };
    }

    /** HMAC-SHA256(K, domain, counter), 64 bits at a time. */
    private static final class Draws {
        private final Mac mac;
        private final ByteBuffer counter = ByteBuffer.allocate(Long.BYTES);
        private ByteBuffer drawn = ByteBuffer.allocate(0);
        private long count;

        Draws(byte[] key) {
            try {
                mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(key, ALGORITHM));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has " + ALGORITHM, e);
            }
        }

        long next() {
            if (!drawn.hasRemaining()) {
                mac.update(DOMAIN);
                mac.update(counter.clear().putLong(count++).flip());
                drawn = ByteBuffer.wrap(mac.doFinal());
            }
            return drawn.getLong();
        }

        int below(int bound) {
            return (int) Math.unsignedMultiplyHigh(next(), bound);
        }
    }
}
