package podium.scoring.fingerprint;

import java.util.function.IntToLongFunction;
import podium.scoring.metric.Values;

/** A number for each row that is equal for rows that say the same, and for no others but by a chance of 2^-64. */
final class RowKeys {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private RowKeys() {}

    static IntToLongFunction of(Values values) {
        return switch (values) {
            case Values.Numbers(double[] numbers) -> row -> bits(numbers[row]);
            case Values.Codes(int[] codes) -> row -> codes[row];
            case Values.Table(double[] numbers, int columns) -> row -> ofNumbers(numbers, row * columns, columns);
            case Values.Lists(int[] starts, int[] items) -> row -> ofItems(items, starts[row], starts[row + 1]);
        };
    }

    /** The bits of a number; both zeros are the same number. */
    static long bits(double number) {
        return Double.doubleToRawLongBits(number + 0.0);
    }

    static long ofItems(int[] items, int from, int to) {
        long key = (long) to - from;
        for (int i = from; i < to; i++) {
            key = mixed(key, items[i]);
        }
        return key;
    }

    private static long ofNumbers(double[] numbers, int from, int count) {
        long key = count;
        for (int i = from; i < from + count; i++) {
            key = mixed(key, bits(numbers[i]));
        }
        return key;
    }

    /** Stafford's mixer (variant 13, as in SplittableRandom) over what came before and what comes. */
    private static long mixed(long key, long next) {
        long z = (key ^ next) * MULTIPLIER + MULTIPLIER;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
