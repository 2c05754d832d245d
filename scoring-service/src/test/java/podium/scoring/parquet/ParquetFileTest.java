package podium.scoring.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '^',
            value = {
                "PAR1\u0015\u0004|true",
                "PAR1\u0015|true",
                "PAR1|false",
                "PAR1,PAR2|false",
                "PAR1;x|false",
                "PARENT,x|false",
                "PAR1é|false",
                "PAR2\u0015|false",
                "par1\u0015|false"
            })
    void aTextIsNoParquetFile(String head, boolean parquet) {
        assertThat(ParquetFile.isParquet(head.getBytes(StandardCharsets.UTF_8))).isEqualTo(parquet);
    }

    @ParameterizedTest
    @CsvSource({"9", "10", "13"})
    void norIsAColumnOfThatNameAlone(byte separator) {
        assertThat(ParquetFile.isParquet(new byte[] {'P', 'A', 'R', '1', separator, 'x'}))
                .isFalse();
    }
}
