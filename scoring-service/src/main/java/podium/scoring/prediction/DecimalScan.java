package podium.scoring.prediction;

import podium.scoring.bytes.Words;

/**
 * Reads the decimals of plain rows: no allocation, and no branch that depends on how many digits there are, for nearly all
 * numbers of up to seven characters; eight digits at a time for longer ones. What it does not know is left to
 * {@link Decimals#parse}, which knows everything.
 *
 * <p>Hot: optimized against the loop over single characters that {@code ReadingBenchmark} measures beside it.
 */
final class DecimalScan {
    /** What {@link #read} answers for what it does not know. */
    static final int UNKNOWN = -1;

    /** Any number of so many digits fits a long. */
    private static final int LONG_DIGITS = 18;
    /** Exponents of more digits are left to others. */
    private static final int EXPONENT_DIGITS = 4;

    private static final long[] LONG_POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private double value;
    /** While digits are read: the number that they make, and how many of them count. */
    private long digits;

    private int count;

    /** The number that was read last. */
    double value() {
        return value;
    }

    /**
     * Reads the number that begins at a place.
     *
     * @param bytes with {@link Words#SLACK} bytes behind the number
     * @return the place behind its last character, or {@link #UNKNOWN}
     */
    int read(byte[] bytes, int from) {
        int p = from;
        long word = Words.at(bytes, p);
        boolean negative = (byte) word == '-';
        if (negative) {
            p++;
            word = Words.at(bytes, p);
        }
        long others = Words.nonDigits(word);
        int whole = Words.before(others);
        if (others == 0) {
            return longer(bytes, p, negative);
        }
        int length = whole;
        int scale = 0;
        long packed = word;
        if ((byte) (word >>> 8 * whole) == '.') {
            others &= others - 1;
            if (others == 0) {
                return longer(bytes, p, negative);
            }
            length = Words.before(others) - 1;
            scale = length - whole;
            long front = (1L << 8 * whole) - 1;
            packed = word & front | word >>> 8 & ~front;
            p++;
        }
        if (length == 0) {
            return UNKNOWN;
        }
        p += length;
        if ((bytes[p] | 0x20) == 'e') {
            return longer(bytes, from + (negative ? 1 : 0), negative);
        }
        // Seven digits and a power of ten below 10^8: both exact, so the quotient is rounded once.
        double absolute = Words.decimal(packed, length) / Decimals.POWERS[scale];
        value = negative ? -absolute : absolute;
        return p;
    }

    /** Reads a number of any length, without its sign. */
    private int longer(byte[] bytes, int from, boolean negative) {
        digits = 0;
        count = 0;
        int p = digits(bytes, from);
        int length = p - from;
        int scale = 0;
        if (bytes[p] == '.') {
            int fraction = ++p;
            if (digits == 0 && count <= LONG_DIGITS) {
                // The zeros of 0.00012345678901234567 are none of its significant digits.
                count = 0;
                while (bytes[p] == '0') {
                    p++;
                }
            }
            p = digits(bytes, p);
            scale = p - fraction;
            length += scale;
        }
        if (length == 0 || count > LONG_DIGITS) {
            return UNKNOWN;
        }
        int exponent = -scale;
        if ((bytes[p] | 0x20) == 'e') {
            p++;
            boolean small = bytes[p] == '-';
            if (small || bytes[p] == '+') {
                p++;
            }
            int written = 0;
            int first = p;
            while (bytes[p] >= '0' && bytes[p] <= '9' && p - first < EXPONENT_DIGITS) {
                written = written * 10 + bytes[p] - '0';
                p++;
            }
            if (p == first) {
                return UNKNOWN;
            }
            exponent += small ? -written : written;
        }
        double absolute = Decimals.exact(digits, exponent);
        value = negative ? -absolute : absolute;
        return Double.isNaN(absolute) ? UNKNOWN : p;
    }

    /** Appends digits to those read before and counts them. */
    private int digits(byte[] bytes, int from) {
        int p = from;
        int n;
        do {
            long word = Words.at(bytes, p);
            n = Words.before(Words.nonDigits(word));
            if (n > 0) {
                digits = digits * LONG_POWERS[n] + Words.decimal(word, n);
                p += n;
                count += n;
            }
        } while (n == 8 && count <= LONG_DIGITS);
        return p;
    }
}
