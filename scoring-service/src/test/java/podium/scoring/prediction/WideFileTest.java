package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.scoring.holdout.RowIds;
import podium.scoring.metric.Bounds;
import podium.scoring.metric.Values;

/** Files with several numbers, or a list, a row. test.csv has the ids 12, 7 and 30, in this order. */
class WideFileTest {
    private static final RowIds IDS = RowIds.of(12, 7, 30);
    private static final PredictionFormat CLASSES = table(false);
    private static final PredictionFormat LISTS = new PredictionFormat(
            "items", new PredictionFormat.Lists(new LabelIndex(List.of("a", "b", "ü")), 3), 1_000_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,bird,cat,dog\n12,0.1,0.2,0.7\n7,1,0,0\n30,0.25,0.25,0.5\n",
                "id,dog,bird,cat\n30,0.5,0.25,0.25\n12,0.7,0.1,0.2\n7,0,1,0\n",
                "id,\"dog\",bird,cat\r\n\"30\",0.5,2.5e-1,\" 0.25\"\r\n12,+0.7,.1,0.2\r\n7,0.0,1.,0",
            })
    void readsATableWhateverTheOrderOfItsColumns(String file) {
        Values values = complete(CLASSES, file);

        assertThat(values).isInstanceOfSatisfying(Values.Table.class, table -> {
            assertThat(table.columns()).isEqualTo(3);
            assertThat(table.values()).containsExactly(0.1, 0.2, 0.7, 1, 0, 0, 0.25, 0.25, 0.5);
        });
    }

    @Test
    void clampsEveryColumn() {
        assertThat(complete(table(true), "id,bird,cat,dog\n12,-1,0.5,1.5\n7,1,0,\"2\"\n30,0,0, -0.5\n"))
                .isInstanceOfSatisfying(Values.Table.class, table -> assertThat(table.values())
                        .containsExactly(0, 0.5, 1, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void namesTheColumnOfAProblem() {
        PredictionReading.Malformed malformed =
                malformed(CLASSES, "id,dog,bird,cat\n12,0.1,x,2\n7,0,1\n30,0,0,0,0\n8,0,0,0\n");

        assertThat(malformed.problems())
                .containsExactly(
                        new Problem(ProblemKind.NOT_A_NUMBER, 2L, "bird", "x", "a number between 0 and 1"),
                        new Problem(ProblemKind.OUT_OF_RANGE, 2L, "cat", "2", "a number between 0 and 1"),
                        new Problem(
                                ProblemKind.WRONG_FIELD_COUNT,
                                3L,
                                null,
                                "7,0,1",
                                "4 fields, id,bird,cat,dog; a decimal point, not a comma"),
                        new Problem(
                                ProblemKind.WRONG_FIELD_COUNT,
                                4L,
                                null,
                                "30,0,0,0,0",
                                "4 fields, id,bird,cat,dog; a decimal point, not a comma"),
                        new Problem(ProblemKind.UNKNOWN_ID, 5L, "id", "8", "an id of test.csv"));
    }

    @Test
    void saysWhatIsWrongWithTheColumns() {
        assertThat(malformed(CLASSES, "id,cat,cow,cat\n12,0,0,0\n").problems())
                .containsExactly(
                        new Problem(ProblemKind.UNKNOWN_COLUMN, 1L, null, "cow", "the columns id,bird,cat,dog"),
                        new Problem(ProblemKind.DUPLICATE_COLUMN, 1L, null, "cat", "each column once"),
                        new Problem(ProblemKind.MISSING_COLUMN, 1L, "bird", null, "the header id,bird,cat,dog"),
                        new Problem(ProblemKind.MISSING_COLUMN, 1L, "dog", null, "the header id,bird,cat,dog"));
    }

    @Test
    void shortensWhatManyColumnsMakeLong() {
        List<String> classes =
                IntStream.range(0, 200).mapToObj(i -> "class" + i).toList();
        PredictionFormat many = new PredictionFormat(classes, CLASSES.values(), 1_000_000);

        String expected = malformed(many, "id,class1\n").problems().getFirst().expected();

        assertThat(expected)
                .hasSize(500)
                .startsWith("the header id,class0,class1")
                .endsWith("…");
    }

    @Test
    void aTableMayHaveOneColumn() {
        PredictionFormat one = new PredictionFormat(
                List.of("y"), new PredictionFormat.Table(new PredictionFormat.Numbers(Bounds.WIDEST, false)), 1000);

        assertThat(complete(one, "id,y\n12,1\n7,2\n30,3\n")).isInstanceOf(Values.Table.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,items\n12,b a\n7,\n30,ü x ü\n",
                "id,items\r\n30,\"ü x  ü \"\r\n7,\"\"\r\n12, b\ta\r\n",
            })
    void readsRankedLists(String file) {
        assertThat(complete(LISTS, file)).isInstanceOfSatisfying(Values.Lists.class, lists -> {
            assertThat(lists.starts()).containsExactly(0, 2, 2, 5);
            assertThat(lists.items()).containsExactly(1, 0, 2, -1, 2);
        });
    }

    @Test
    void refusesAListThatIsTooLong() {
        assertThat(malformed(LISTS, "id,items\n12,a b a b\n7,a\n30,a b ü\n").problems())
                .containsExactly(new Problem(
                        ProblemKind.TOO_MANY_ITEMS,
                        2L,
                        "items",
                        "a b a b",
                        "at most 3 items with blanks between them"));
    }

    @Test
    void aFormatHasEachColumnOnceAndSeveralOnlyInATable() {
        PredictionFormat.Expected number = new PredictionFormat.Numbers(Bounds.WIDEST, false);

        assertThatThrownBy(() -> new PredictionFormat(List.of("a", "b"), number, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PredictionFormat(List.of("a", "a"), CLASSES.values(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PredictionFormat("id", number, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PredictionFormat(List.of(), number, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PredictionFormat table(boolean clamped) {
        return new PredictionFormat(
                List.of("bird", "cat", "dog"),
                new PredictionFormat.Table(new PredictionFormat.Numbers(new Bounds(0, 1), clamped)),
                1_000_000);
    }

    private static Values complete(PredictionFormat format, String file) {
        return switch (read(format, file)) {
            case PredictionReading.Complete(Values values) -> values;
            case PredictionReading.Malformed malformed -> throw new AssertionError(malformed);
        };
    }

    private static PredictionReading.Malformed malformed(PredictionFormat format, String file) {
        return (PredictionReading.Malformed) read(format, file);
    }

    private static PredictionReading read(PredictionFormat format, String file) {
        try {
            return new PredictionReader(format, IDS).read(new ByteArrayInputStream(file.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
