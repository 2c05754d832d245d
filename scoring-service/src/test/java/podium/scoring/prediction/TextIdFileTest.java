package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.scoring.holdout.RowIds;
import podium.scoring.metric.Bounds;

/** Ids that are no numbers. */
class TextIdFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,y\nuser-00001,1\nuser-2,2\nZoë,3\n007,4\n",
                "id,y\n007,4\nZoë,3\nuser-2,2\nuser-00001,1\n",
                "id,y\nZoë,3\n\"user-00001\",1\n user-2 ,2\n\"007\",4",
            })
    void areJoinedInAnyOrder(String file) throws IOException {
        assertThat(values(read(ids("user-00001", "user-2", "Zoë", "007"), file, UTF_8)))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void mayHoldWhatCsvHasToQuote() throws IOException {
        RowIds ids = ids("a,b", "\"a\"", " a ", "a");

        assertThat(values(read(ids, "id,y\n\"a,b\",1\n\"\"\"a\"\"\",2\n a ,3\na,4\n", UTF_8)))
                .containsExactly(1, 2, 3, 4);
        assertThat(counts(read(ids, "id,y\na,b,1\n\"a\",2\n a ,3\na,4\n", UTF_8)))
                .containsOnlyKeys(ProblemKind.WRONG_FIELD_COUNT, ProblemKind.DUPLICATE_ID, ProblemKind.MISSING_ID);
    }

    @Test
    void areToldApartToTheLastByte() throws IOException {
        RowIds ids = ids("abcdefgh1", "abcdefgh2", "abcdefgh");

        assertThat(values(read(ids, "id,y\nabcdefgh,3\nabcdefgh1,1\nabcdefgh2,2\n", UTF_8)))
                .containsExactly(1, 2, 3);
        assertThat(counts(read(ids, "id,y\nabcdefgh1,1\nabcdefgh3,1\nabcdefghi,1\nabcdefg,1\n", UTF_8)))
                .containsEntry(ProblemKind.UNKNOWN_ID, 3L);
    }

    @Test
    void inAnotherEncodingAreNotFound() throws IOException {
        assertThat(counts(read(ids("Zoë", "x"), "id,y\nZoë,1\nx,2\n", ISO_8859_1)))
                .containsOnlyKeys(ProblemKind.WRONG_ENCODING, ProblemKind.MISSING_ID);
    }

    private static RowIds ids(String... ids) {
        return RowIds.of(List.of(ids));
    }

    private static PredictionReading read(RowIds ids, String file, Charset charset) throws IOException {
        PredictionFormat format =
                new PredictionFormat("y", new PredictionFormat.Numbers(Bounds.WIDEST, false), 1_000_000);
        return new PredictionReader(format, ids).read(new ByteArrayInputStream(file.getBytes(charset)));
    }

    private static double[] values(PredictionReading reading) {
        return PredictionReaderTest.numbers(reading);
    }

    private static Map<ProblemKind, Long> counts(PredictionReading reading) {
        return ((PredictionReading.Malformed) reading).counts();
    }
}
