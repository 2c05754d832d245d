package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number is the double that the JDK makes of the same text, to the bit. */
class DecimalPropertyTest {
    private static final int EACH = 2000;

    private final DecimalScan scan = new DecimalScan();

    @Property(tries = 20)
    void fixedDecimals(@ForAll long seed, @ForAll @IntRange(min = 0, max = 18) int decimals) {
        Random random = new Random(seed);
        for (int i = 0; i < EACH; i++) {
            double value = random.nextDouble(-10, 10) * Math.pow(10, random.nextInt(4));
            reads(new BigDecimal(value)
                    .setScale(Math.min(decimals, 14), RoundingMode.HALF_UP)
                    .toPlainString());
        }
    }

    /** What most programs write: the shortest decimal that is read back as the same double, of up to 17 digits. */
    @Property(tries = 20)
    void shortestDecimalsOfDoubles(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EACH; i++) {
            reads(Double.toString(random.nextDouble() * 100));
            reads(Double.toString(random.nextGaussian()));
            reads(BigDecimal.valueOf(random.nextDouble(1e-4, 1e-3)).toPlainString());
            agrees(Double.toString(Double.longBitsToDouble(random.nextLong())).replace("NaN", "0"));
        }
    }

    /** The hardest ones: a hair's breadth from the middle between two doubles. */
    @Property(tries = 20)
    void decimalsNearTheMiddleBetweenTwoDoubles(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EACH; i++) {
            double low = random.nextDouble(0.1, 1) * Math.pow(10, random.nextInt(-3, 3));
            BigDecimal middle = new BigDecimal(low)
                    .add(new BigDecimal(Math.nextUp(low)))
                    .divide(BigDecimal.TWO)
                    .round(new MathContext(15 + random.nextInt(4)));
            reads(middle.toPlainString());
            agrees(middle.add(middle.ulp()).toString());
        }
    }

    @Property(tries = 20)
    void anyTextOfTheSameCharacters(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EACH; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(1, 26); n > 0; n--) {
                int c = random.nextInt(60);
                text.append(c < 5 ? ".-eE+".charAt(c) : (char) ('0' + c % 10));
            }
            agrees(text.toString());
        }
    }

    @Property(tries = 20)
    void quotientsOfLongNumbers(@ForAll long seed) {
        Random random = new Random(seed);
        int open = 0;
        for (int i = 0; i < EACH; i++) {
            long digits = random.nextLong() >>> 1 + random.nextInt(12);
            int scale = random.nextInt(23);
            double value = Decimals.exact(digits, -scale);
            if (Double.isNaN(value)) {
                open++;
            } else {
                assertThat(value)
                        .isEqualTo(
                                BigDecimal.valueOf(digits).movePointLeft(scale).doubleValue());
            }
        }
        assertThat(open).as("left to slower arithmetic").isLessThan(EACH / 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "0.0000000000000000000000000000",
                "0.0000",
                "7",
                "1234567",
                "12345678",
                "123456789012345678",
                "3.1416",
                "-3.1416",
                ".5",
                "5.",
                "0.30000000000000004",
                "0.12345678901234568",
                "0.012345678901234568",
                "1e5",
                "1.5E-07",
                "-2.5e+3",
                "6.02214076e22",
                "9007199254740993",
                "900719925474099.3"
            })
    void readsWhatIsCommonItself(String text) {
        reads(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                "e5",
                "1e",
                "1e+",
                "inf",
                "nan",
                "+1",
                "--1",
                "x",
                "\"1\"",
                " 1",
                "18446744073709551616.5",
                "1e999",
                "4.9e-324",
                "0.00000000000000000000000000000000001"
            })
    void leavesTheRestToOthers(String text) {
        assertThat(read(text)).isEqualTo(DecimalScan.UNKNOWN);
    }

    @Test
    void stopsWhereTheNumberEnds() {
        for (String after : new String[] {",", "\n", "\r\n", " ", "\"", "-", "x", "é"}) {
            for (String number : new String[] {"7", "0.25", "1234567", "12345678", "0.123456789", "1e5"}) {
                assertThat(read(number + after)).as(number + after).isEqualTo(number.length());
            }
        }
    }

    /** The scan reads it, and rightly. */
    private void reads(String text) {
        assertThat(read(text)).as(text).isEqualTo(text.length());
        same(text, scan.value());
    }

    /** The scan and the parser either agree with the JDK, or leave it to each other, or it is no number at all. */
    private void agrees(String text) {
        boolean number = text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
        byte[] bytes = text.getBytes(ISO_8859_1);
        double parsed = Decimals.parse(bytes, 0, bytes.length);
        if (number) {
            same(text, parsed);
        } else {
            assertThat(parsed).as(text).isNaN();
        }
        if (read(text) == text.length()) {
            assertThat(number).as(text).isTrue();
            same(text, scan.value());
        }
    }

    private int read(String text) {
        return scan.read((text + "\n00000000").getBytes(ISO_8859_1), 0);
    }

    private static void same(String text, double value) {
        assertThat(Double.doubleToRawLongBits(value))
                .as(text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }
}
