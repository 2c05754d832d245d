package podium.scoring.raw;

import java.math.BigDecimal;

/** Numbers as text, independent of locale: optional sign, digits, optional fraction after a point, optional exponent. */
public final class Numerals {
    private static final int LONGEST = 64;
    /** With its letter and its sign: doubles have three digits, and decimals of many digits take for ever. */
    private static final int LONGEST_EXPONENT = 6;

    private static final int MOST_ZEROS = 20;

    private Numerals() {}

    /** Whether a text is a finite number. */
    public static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !hasOnlyNumberCharacters(text)) {
            return false;
        }
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponent >= 0 && text.length() - exponent > LONGEST_EXPONENT) {
            return false;
        }
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether a number has neither point nor exponent. */
    public static boolean isInteger(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!((c >= '0' && c <= '9') || c == '-' || c == '+')) {
                return false;
            }
        }
        return true;
    }

    /**
     * The one way to write a number: {@code 007}, {@code 7.0} and {@code +7} are all {@code 7}. The ways in which somebody
     * writes numbers would tell who wrote them.
     *
     * @throws NumberFormatException it is none
     */
    public static String canonical(String number) {
        BigDecimal value = new BigDecimal(number).stripTrailingZeros();
        return Math.abs(value.scale()) > MOST_ZEROS ? value.toString() : value.toPlainString();
    }

    /** What {@link Double#parseDouble} would also take, such as NaN, 0x1p3 or 1f, is none. */
    private static boolean hasOnlyNumberCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E')) {
                return false;
            }
        }
        return true;
    }
}
