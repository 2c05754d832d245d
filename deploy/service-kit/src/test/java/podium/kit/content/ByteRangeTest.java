package podium.kit.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    /** The examples of RFC 9110, section 14.1.2, for a file of 10,000 bytes, and the edges. */
    @ParameterizedTest
    @CsvSource({
        "bytes=0-499,            0,  499",
        "bytes=500-999,        500,  999",
        "bytes=-500,          9500, 9999",
        "bytes=9500-,         9500, 9999",
        "bytes=0-0,              0,    0",
        "bytes=9999-9999,     9999, 9999",
        "bytes=9999-123456,   9999, 9999",
        "bytes=-123456,          0, 9999",
        "' bytes = 1 - 2 ',      1,    2",
        "bytes=0-999999999999999999, 0, 9999",
    })
    void readsOneRange(String header, long from, long to) {
        assertThat(ByteRange.parse(header, 10_000)).contains(new ByteRange(from, to));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes=",
                "bytes=-",
                "bytes=5-4",
                "bytes=0-1,3-4",
                "rows=0-1",
                "bytes=a-b",
                "0-1",
                "bytes=9999999999999999999-"
            })
    void sendsEverythingForWhatItDoesNotUnderstand(String header) {
        assertThat(ByteRange.parse(header, 10_000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10000-", "bytes=10000-10001", "bytes=-0"})
    void refusesRangesBehindTheEnd(String header) {
        assertThatThrownBy(() -> ByteRange.parse(header, 10_000))
                .isInstanceOfSatisfying(RangeNotSatisfiableException.class, e -> assertThat(e.size())
                        .isEqualTo(10_000));
    }

    @Test
    void hasNoRangeInAnEmptyFile() {
        assertThatThrownBy(() -> ByteRange.parse("bytes=0-", 0)).isInstanceOf(RangeNotSatisfiableException.class);
        assertThatThrownBy(() -> ByteRange.parse("bytes=-1", 0)).isInstanceOf(RangeNotSatisfiableException.class);
    }

    @Test
    void writesTheHeaderOfTheAnswer() {
        ByteRange range = new ByteRange(500, 999);

        assertThat(range.length()).isEqualTo(500);
        assertThat(range.contentRange(10_000)).isEqualTo("bytes 500-999/10000");
    }
}
