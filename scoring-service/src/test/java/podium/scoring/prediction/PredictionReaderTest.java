package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.metric.Bounds;
import podium.scoring.metric.Values;

class PredictionReaderTest {
    /** test.csv has the ids 12, 7 and 30, in this order. */
    private static final Solution SOLUTION = solution(12, 7, 30);

    private static final PredictionFormat FORMAT = format(new Bounds(0, 1), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,y\n12,0.25\n7,1\n30,0\n",
                "id,y\n12,0.25\n7,1\n30,0", // no line feed at the end
                "id,y\r\n12,0.25\r\n7,1\r\n30,0\r\n",
                "id,y\n30,0\n12,0.25\n7,1\n", // another order
                "\uFEFFid,y\n12,0.25\n7,1\n30,0\n", // BOM
                "\"id\",\"y\"\n\"12\",\"0.25\"\n\"7\",1\n30,\"0\"\n",
                "id,y\n12, 0.25\n 7 ,1\t\n30,0\n", // blanks around numbers
                "id,y\n\n12,0.25\n\r\n7,1\n30,0\n\n\n", // empty lines
                "id,y\n12,2.5e-1\n7,+1.0E0\n30,0e5\n",
                "id,y\n12,.25\n7,1.\n30,0.0000000000000000000000000000\n",
                "id,y\n12,0.250000000000000000000000000000001\n7,0.99999999999999999999\n30,1e-999\n"
            })
    void readsEveryWayToWriteTheSamePredictions(String file) {
        assertThat(numbers(read(FORMAT, file))).containsExactly(0.25, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1",
                "0.30000000000000004",
                "0.123456789012345678",
                "0.1234567890123456789012345",
                "9007199254740993",
                "-12345.678e-3",
                "4.9e-324",
                "0.000000000000000000000123"
            })
    void readsTheNearestDouble(String number) {
        PredictionFormat any = format(Bounds.WIDEST, false);

        double[] values = numbers(read(any, "id,y\n12," + number + "\n7,1\n30,1\n"));

        assertThat(values[0]).isEqualTo(Double.parseDouble(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    n/a      | not-a-number
                    NaN      | not-a-number
                    ''       | not-a-number
                    0x1p3    | not-a-number
                    1f       | not-a-number
                    1e       | not-a-number
                    1e5.0    | not-a-number
                    --1      | not-a-number
                    .        | not-a-number
                    1_000    | not-a-number
                    ٣        | not-a-number
                    Infinity | infinite
                    -inf     | infinite
                    1e999    | infinite
                    1.0001   | out-of-range
                    -1e-9    | out-of-range""")
    void namesTheRowWhoseNumberCannotBeUsed(String number, String kind) {
        PredictionReading.Malformed malformed = malformed(FORMAT, "id,y\n12,0.5\n7," + number + "\n30,0\n");

        assertThat(malformed.problems())
                .containsExactly(new Problem(
                        ProblemKind.valueOf(
                                kind.toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                        3L,
                        "y",
                        number,
                        "a number between 0 and 1"));
        assertThat(malformed.problems().getFirst().kind().wireName()).isEqualTo(kind);
    }

    @Test
    void clampsWhereTheContestSaysSo() {
        assertThat(numbers(read(format(new Bounds(0, 1), true), "id,y\n12,1.5\n7,-3\n30,0.5\n")))
                .containsExactly(1, 0, 0.5);
    }

    @Test
    void doesNotClampInfinity() {
        assertThat(malformed(format(new Bounds(0, 1), true), "id,y\n12,inf\n7,0\n30,0\n")
                        .counts())
                .containsOnlyKeys(ProblemKind.INFINITE);
    }

    @Test
    void reportsEveryProblemOfAFileAtOnce() {
        String file = """
                id,y
                12,0,5
                7,x
                7,0.5
                99,0.5
                "30,0.5
                012,0.5
                1e1,0.5
                ,0.5
                """;

        PredictionReading.Malformed malformed = malformed(FORMAT, file);

        assertThat(malformed.problems())
                .containsExactly(
                        new Problem(
                                ProblemKind.WRONG_FIELD_COUNT,
                                2L,
                                null,
                                "12,0,5",
                                "2 fields, id,y; a decimal point, not a comma"),
                        new Problem(ProblemKind.NOT_A_NUMBER, 3L, "y", "x", "a number between 0 and 1"),
                        new Problem(ProblemKind.DUPLICATE_ID, 4L, "id", "7", "each id once"),
                        new Problem(ProblemKind.UNKNOWN_ID, 5L, "id", "99", "an id of test.csv"),
                        new Problem(
                                ProblemKind.BAD_QUOTING, 6L, null, "\"30,0.5", "quoted fields that end on their line"),
                        new Problem(ProblemKind.UNKNOWN_ID, 7L, "id", "012", "an id of test.csv"),
                        new Problem(ProblemKind.UNKNOWN_ID, 8L, "id", "1e1", "an id of test.csv"),
                        new Problem(ProblemKind.UNKNOWN_ID, 9L, "id", "", "an id of test.csv"),
                        Problem.ofFile(ProblemKind.MISSING_ID, "a row for every id of test.csv; 1 is missing, 30"));
        assertThat(malformed.counts())
                .containsEntry(ProblemKind.UNKNOWN_ID, 4L)
                .containsEntry(ProblemKind.MISSING_ID, 1L);
    }

    @Test
    void listsTwentyProblemsAndCountsAll() {
        String file =
                "id,y\n" + IntStream.range(100, 200).mapToObj(id -> id + ",1\n").collect(Collectors.joining());

        PredictionReading.Malformed malformed = malformed(FORMAT, file);

        assertThat(malformed.problems()).hasSize(20);
        assertThat(malformed.problems().getLast().line()).isEqualTo(21);
        assertThat(malformed.counts())
                .containsEntry(ProblemKind.UNKNOWN_ID, 100L)
                .containsEntry(ProblemKind.MISSING_ID, 3L);
    }

    @Test
    void saysHowManyIdsAreMissingAndWhichIsTheFirst() {
        assertThat(malformed(FORMAT, "id,y\n12,0\n").problems())
                .containsExactly(Problem.ofFile(
                        ProblemKind.MISSING_ID, "a row for every id of test.csv; 2 are missing, the first is 7"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''               | EMPTY_FILE
                    '\n\n'           | EMPTY_FILE
                    '12,0.5\n7,0\n'  | WRONG_HEADER
                    'ID,y\n12,0\n'   | WRONG_HEADER
                    'y,id\n0,12\n'   | WRONG_HEADER
                    'id;y\n12;0\n'   | WRONG_HEADER
                    'id,y,z\n12,0,1' | UNKNOWN_COLUMN
                    'id,y,y\n12,0,1' | DUPLICATE_COLUMN
                    'id'             | MISSING_COLUMN""")
    void stopsAtAFileThatIsNoPredictionFile(String file, ProblemKind kind) {
        PredictionReading.Malformed malformed = malformed(FORMAT, file);

        assertThat(malformed.counts()).containsOnlyKeys(kind);
        assertThat(malformed.problems()).hasSize(1);
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        byte[] withBom = ("\uFEFF" + "id,y\n12,0\n").getBytes(UTF_16LE);
        byte[] withoutBom = "id,y\n12,0\n".getBytes(UTF_16LE);
        byte[] latin1 = {'i', 'd', ',', (byte) 0xE9, '\n'};

        for (byte[] file : List.of(withBom, withoutBom, latin1)) {
            PredictionReading reading = new PredictionReader(FORMAT, SOLUTION).read(new ByteArrayInputStream(file));
            assertThat(((PredictionReading.Malformed) reading).counts()).containsOnlyKeys(ProblemKind.WRONG_ENCODING);
        }
    }

    @Test
    void refusesAFileBeyondTheContestsLimit() {
        String file = "id,y\n12,0.25\n7,1\n30,0\n";
        int bytes = file.length();

        assertThat(numbers(read(new PredictionFormat("y", FORMAT.values(), bytes), file)))
                .hasSize(3);
        assertThat(malformed(new PredictionFormat("y", FORMAT.values(), bytes - 1), file)
                        .counts())
                .containsOnlyKeys(ProblemKind.TOO_LARGE);
    }

    @Test
    void givesUpOnALineThatNeverEnds() {
        assertThat(malformed(FORMAT, "id,y\n12," + "0".repeat(300_000)).counts())
                .containsOnlyKeys(ProblemKind.LINE_TOO_LONG);
    }

    @Test
    void showsWhatItFoundShortAndWithoutControlCharacters() {
        String found = malformed(FORMAT, "id,y\n12,\u001b[31m" + "é".repeat(500) + "\n7,0\n30,0\n")
                .problems()
                .getFirst()
                .found();

        assertThat(found).startsWith("\uFFFD[31mé").hasSize(101).endsWith("…");
    }

    @Test
    void readsLabels() {
        PredictionFormat names = names("bird", "cat", "Löwe", "a \"b\", c");

        PredictionReading reading = read(names, "id,y\n7,Löwe\n12,\"a \"\"b\"\", c\"\n30,zebra\n");

        assertThat(reading)
                .isInstanceOfSatisfying(PredictionReading.Complete.class, complete -> assertThat(complete.predictions())
                        .isInstanceOfSatisfying(Values.Codes.class, codes -> assertThat(codes.values())
                                .containsExactly(3, 2, -1)));
    }

    @Test
    void refusesAnEmptyLabel() {
        assertThat(malformed(names("bird", "cat"), "id,y\n12,\n7,cat\n30,bird\n")
                        .problems())
                .containsExactly(new Problem(ProblemKind.MISSING_VALUE, 2L, "y", "", "a label of the training data"));
    }

    @Test
    void findsEveryLabelAmongMany() {
        List<String> many = IntStream.range(0, 1000).mapToObj(i -> "label " + i).toList();
        LabelIndex index = new LabelIndex(many);

        for (int code = 0; code < many.size(); code++) {
            byte[] bytes = many.get(code).getBytes(UTF_8);
            assertThat(index.codeOf(bytes, 0, bytes.length)).isEqualTo(code);
        }
        assertThat(index.codeOf("label x".getBytes(UTF_8), 0, 7)).isEqualTo(-1);
    }

    @Test
    void quotesATargetThatNeedsIt() {
        PredictionFormat format = new PredictionFormat("price, \"net\"", FORMAT.values(), 1000);

        assertThat(format.header()).isEqualTo("id,\"price, \"\"net\"\"\"");
        assertThat(numbers(read(format, format.header() + "\n12,0\n7,0\n30,0\n")))
                .containsExactly(0, 0, 0);
    }

    @Test
    void aStreamThatBreaksIsNoReading() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("unplugged");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> new PredictionReader(FORMAT, SOLUTION).read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("unplugged");
    }

    private static PredictionFormat format(Bounds bounds, boolean clamped) {
        return new PredictionFormat("y", new PredictionFormat.Numbers(bounds, clamped), 1_000_000);
    }

    private static PredictionFormat names(String... names) {
        return new PredictionFormat("y", new PredictionFormat.Names(new LabelIndex(List.of(names))), 1_000_000);
    }

    static Solution solution(int... ids) {
        Labels labels = new Labels.Numbers(new double[ids.length]);
        return new Solution(new UUID(0, 1), new UUID(0, 2), ids, labels, new byte[ids.length]);
    }

    private static PredictionReading read(PredictionFormat format, String file) {
        try {
            return new PredictionReader(format, SOLUTION).read(new ByteArrayInputStream(file.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PredictionReading.Malformed malformed(PredictionFormat format, String file) {
        return (PredictionReading.Malformed) read(format, file);
    }

    static double[] numbers(PredictionReading reading) {
        return switch (reading) {
            case PredictionReading.Complete(Values.Numbers(double[] values)) -> values;
            default -> throw new AssertionError(reading);
        };
    }
}
