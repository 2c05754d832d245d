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
    /** Integers up to here are exact as doubles. */
    static final long EXACT = 1L << 53;
    /** Any number of so many digits fits a long. */
    static final int LONG_DIGITS = 18;

    private Decimals() {}

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
        return p == to ? slowly(bytes, from, to) : Double.NaN;
    }

    /** A number whose grammar has been checked. */
    static double slowly(byte[] bytes, int from, int to) {
        return Double.parseDouble(text(bytes, from, to));
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
