package podium.scoring.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12345678 | 8
                    1234567, | 7
                    1,234567 | 1
                    ,1234567 | 0
                    12:45678 | 2
                    12/45678 | 2
                    123é5678 | 3
                    12345\u00FF78 | 5""")
    void findsTheFirstByteThatIsNoDigit(String text, int expected) {
        assertThat(Words.before(Words.nonDigits(word(text)))).isEqualTo(expected);
    }

    @Test
    void knowsEveryByteFromADigit() {
        for (int b = 0; b < 256; b++) {
            boolean marked = Words.nonDigits(0x3030303030303000L | b) != 0;
            assertThat(marked).as("byte %d", b).isEqualTo(b < '0' || b > '9');
        }
    }

    @Property(tries = 500)
    void readsTheNumberOfTheFirstDigits(
            @ForAll @IntRange(min = 0, max = 99_999_999) int number, @ForAll @IntRange(min = 1, max = 8) int width) {
        String digits = String.format("%08d", number).substring(8 - width);

        assertThat(Words.decimal(word((digits + ",7x9\u00FFaaaa").substring(0, 8)), width))
                .isEqualTo(Integer.parseInt(digits));
    }

    @Test
    void readsUpToTheEndOfAnArrayAndNotBeyond() {
        byte[] bytes = "abcdefghij".getBytes(ISO_8859_1);

        assertThat(Words.upTo(bytes, 0, 3)).isEqualTo(0x636261L);
        assertThat(Words.upTo(bytes, 0, 8)).isEqualTo(Words.at(bytes, 0));
        assertThat(Words.upTo(bytes, 7, 3)).isEqualTo(0x6A6968L);
    }

    private static long word(String eight) {
        return Words.at(eight.getBytes(ISO_8859_1), 0);
    }
}
