package podium.scoring.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of text at a time, in a long whose lowest byte is the first. The arithmetic on all bytes of a word at once is
 * that of L. Lamport, <i>Multiple byte processing with full-word instructions</i>, CACM 18(8), 1975.
 */
public final class Words {
    /** Whoever reads words out of an array needs so many bytes behind the last one that counts. */
    public static final int SLACK = 8;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;

    private Words() {}

    /** The eight bytes from a place on. */
    public static long at(byte[] bytes, int from) {
        return (long) WORDS.get(bytes, from);
    }

    /** At most eight bytes from a place on, none behind them touched; the rest of the word is 0. */
    public static long upTo(byte[] bytes, int from, int count) {
        if (from + SLACK <= bytes.length) {
            return count < 8 ? at(bytes, from) & (1L << 8 * count) - 1 : at(bytes, from);
        }
        long word = 0;
        for (int i = 0; i < count; i++) {
            word |= (bytes[from + i] & 0xFFL) << 8 * i;
        }
        return word;
    }

    /**
     * Marks the bytes that are no decimal digits by their highest bit. Marks are right up to and including the first one
     * of a byte outside ASCII; behind that they may be wrong.
     */
    public static long nonDigits(long word) {
        // A digit becomes 0 to 9; what is larger overflows into the highest bit.
        long digits = word ^ EACH * '0';
        return (digits + EACH * (0x80 - 10) | digits) & EACH * 0x80;
    }

    /** The number of bytes before the first marked one; 8 if none is. */
    public static int before(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** The number that the first digits of a word make; they have to be digits, 1 to 8 of them. */
    public static long decimal(long word, int digits) {
        // To the end of the word; the zeros that come in are leading zeros. Then pairs, then all four pairs at once.
        long ones = word << 64 - 8 * digits & EACH * 0x0F;
        long pairs = ones * 10 + (ones >>> 8);
        long evenPairs = (pairs & 0x000000FF_000000FFL) * (100 + (1_000_000L << 32));
        long oddPairs = (pairs >>> 16 & 0x000000FF_000000FFL) * (1 + (10_000L << 32));
        return evenPairs + oddPairs >>> 32;
    }
}
