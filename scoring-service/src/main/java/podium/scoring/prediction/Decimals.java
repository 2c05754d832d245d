package podium.scoring.prediction;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decimal numbers as programs of all locales write them for machines: an optional sign, digits with an optional point, an
 * optional exponent. No grouping, no comma, no hexadecimal, none of Java's type suffixes.
 */
final class Decimals {
    /** 10^0 to 10^22, the powers of ten that a double holds exactly. */
    static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    /** The exponent of the largest of these powers. */
    static final int LARGEST_POWER = POWERS.length - 1;
    /** Integers up to here are exact as doubles. */
    private static final long EXACT = 1L << 53;
    /** Eleven bits: what is left of a positive long without them fits the 53 bits of a double. */
    private static final long LOW = (1L << 11) - 1;
    /** Far more than the relative error of a {@link #quotient}'s correction, which is below 2^-51. */
    private static final double DOUBT = 0x1p-48;

    private Decimals() {}

    /**
     * The double that is nearest to {@code digits * 10^exponent}.
     *
     * <p>An integer below 2^53 and a power of ten up to 10^22 are doubles, so their product or quotient is rounded once
     * (W. Clinger, <i>How to read floating point numbers accurately</i>, PLDI 1990).
     *
     * @param digits not negative
     * @return NaN if it would take longer arithmetic to tell
     */
    static double exact(long digits, int exponent) {
        if (exponent == 0) {
            return digits;
        }
        if (digits > EXACT) {
            return exponent < 0 && exponent >= -LARGEST_POWER ? quotient(digits, POWERS[-exponent]) : Double.NaN;
        }
        if (exponent < 0) {
            return exponent >= -LARGEST_POWER ? digits / POWERS[-exponent] : digits == 0 ? 0 : Double.NaN;
        }
        return exponent <= LARGEST_POWER ? digits * POWERS[exponent] : digits == 0 ? 0 : Double.NaN;
    }

    /**
     * The double that is nearest to {@code dividend / divisor}, for a dividend of up to 63 bits, such as the 17 digits that
     * many programs write.
     *
     * <p>The first 52 bits of the dividend give a quotient whose remainder is a double, known from one fused multiply-add.
     * What is left of the dividend joins that remainder and gives a correction. The sum of quotient and correction is
     * rounded rightly unless the exact value lies closer to a boundary of rounding than the correction's own error; then
     * a slightly smaller and a slightly larger correction round differently (A. Ziv, ACM TOMS 17(3), 1991).
     */
    private static double quotient(long dividend, double divisor) {
        double high = dividend & ~LOW;
        double low = dividend & LOW;
        double quotient = high / divisor;
        double remainder = Math.fma(-quotient, divisor, high);
        double correction = (remainder + low) / divisor;
        double value = quotient + correction * (1 - DOUBT);
        return value == quotient + correction * (1 + DOUBT) ? value : Double.NaN;
    }

    /**
     * The number in a part of an array; the nearest double to what is written.
     *
     * @return NaN if it is no number, an infinity if it is infinite or too large for a double
     */
    static double parse(byte[] bytes, int from, int to) {
        if (from == to) {
            return Double.NaN;
        }
        int p = from;
        boolean negative = bytes[p] == '-';
        if (negative || bytes[p] == '+') {
            p++;
        }
        int first = p;
        p = skipDigits(bytes, p, to);
        int digits = p - first;
        if (p < to && bytes[p] == '.') {
            int fraction = p + 1;
            p = skipDigits(bytes, fraction, to);
            digits += p - fraction;
        }
        if (digits == 0) {
            return infinity(text(bytes, first, to), negative);
        }
        if (p < to && (bytes[p] == 'e' || bytes[p] == 'E')) {
            int exponent = p + 1;
            if (exponent < to && (bytes[exponent] == '-' || bytes[exponent] == '+')) {
                exponent++;
            }
            p = skipDigits(bytes, exponent, to);
            if (p == exponent) {
                return Double.NaN;
            }
        }
        return p == to ? Double.parseDouble(text(bytes, from, to)) : Double.NaN;
    }

    private static int skipDigits(byte[] bytes, int from, int to) {
        int p = from;
        while (p < to && bytes[p] >= '0' && bytes[p] <= '9') {
            p++;
        }
        return p;
    }

    private static double infinity(String word, boolean negative) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity" -> negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
