package podium.scoring.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.scoring.raw.Profiler;
import podium.scoring.raw.RawFormatException;
import podium.scoring.raw.RawProfile;
import podium.scoring.raw.RawReader;

/** What comes of Parquet files. */
class ParquetConversionIT {
    private static final ParquetConversion CONVERSION = new ParquetConversion(1);
    private static final int ROWS = 100_000;

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("raw.parquet");
    }

    @AfterAll
    static void close() {
        CONVERSION.close();
    }

    @Test
    void eachTypeHasItsText() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("42::TINYINT", "42");
        texts.put("-7::BIGINT", "-7");
        texts.put("18446744073709551615::UBIGINT", "18446744073709551615");
        texts.put("1.50::DECIMAL(9, 2)", "1.50");
        texts.put("-0.0000000001::DECIMAL(38, 10)", "-0.0000000001");
        texts.put("0.1::DOUBLE", "0.1");
        texts.put("(1 / 3)::DOUBLE", "0.3333333333333333");
        texts.put("0.1::FLOAT", "0.1");
        texts.put("2::DOUBLE", "2.0");
        texts.put("1e300::DOUBLE", "1e+300");
        texts.put("'nan'::DOUBLE", "");
        texts.put("NULL::INTEGER", "");
        texts.put("''", "");
        texts.put("true", "true");
        texts.put("false", "false");
        texts.put("DATE '2024-02-29'", "2024-02-29");
        texts.put("TIME '01:02:03.5'", "01:02:03.5");
        texts.put("TIMESTAMP '2024-02-29 01:02:03'", "2024-02-29T01:02:03Z");
        texts.put("TIMESTAMP '2024-02-29 01:02:03.123456'", "2024-02-29T01:02:03.123456Z");
        texts.put("TIMESTAMP_S '2024-02-29 01:02:03'", "2024-02-29T01:02:03Z");
        texts.put("TIMESTAMP_MS '2024-02-29 01:02:03.25'", "2024-02-29T01:02:03.25Z");
        texts.put("TIMESTAMP_NS '2024-02-29 01:02:03.123456789'", "2024-02-29T01:02:03.123456789Z");
        texts.put("TIMESTAMPTZ '2024-02-29 01:02:03+02'", "2024-02-28T23:02:03Z");
        texts.put("'6f2c1e4a-0000-4000-8000-000000000001'::UUID", "6f2c1e4a-0000-4000-8000-000000000001");
        texts.put("'Zoë'", "Zoë");
        texts.put("'a, ''b'' c'", "a, 'b' c");
        texts.put("'a' || chr(13) || chr(10) || 'b'", "a\r\nb");
        texts.put("'say \"x\"'", "say \"x\"");
        texts.put("'x'::ENUM('x', 'y')", "x");
        ParquetScene.write(file(), "SELECT " + String.join(", ", texts.keySet()));

        try (RawReader reader = new RawReader(CONVERSION.csv(file(), ParquetScene.LIMITS), 100)) {
            assertThat(reader.next()).containsExactlyElementsOf(texts.values());
            assertThat(reader.next()).isNull();
        }
    }

    /** Held against Java's own shortest texts of the same numbers, which went in as texts. */
    @Test
    void numbersAreReadAsTheyWere() {
        Random random = new Random(20261130);
        List<Double> numbers = random.doubles(500)
                .map(number -> (number - 0.5) * Math.pow(10, random.nextInt(60) - 30))
                .boxed()
                .toList();
        String values =
                numbers.stream().map(number -> "(1, " + number + "::DOUBLE)").collect(Collectors.joining(", "));
        ParquetScene.write(file(), "SELECT * FROM (VALUES " + values + ") t(id, v)");

        assertThat(csv().lines().skip(1).map(line -> Double.parseDouble(line.substring(2))))
                .containsExactlyElementsOf(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd", "gzip", "lz4_raw", "uncompressed"})
    void rowsComeInTheirOrderWhateverTheCompression(String compression) throws IOException {
        ParquetScene.write(
                file(),
                "SELECT i AS id, CASE WHEN i % 3 > 0 THEN 'n' || (i * 7919 % 1000) END AS name, i / 4 AS x FROM range("
                        + ROWS + ") t(i)",
                ", COMPRESSION " + compression + ", ROW_GROUP_SIZE 20000");

        try (RawReader reader = new RawReader(CONVERSION.csv(file(), ParquetScene.LIMITS), 3)) {
            for (int i = 0; i < ROWS; i++) {
                assertThat(reader.next())
                        .isEqualTo(List.of(
                                Integer.toString(i),
                                i % 3 > 0 ? "n" + (i * 7919L % 1000) : "",
                                Double.toString(i / 4.0)));
            }
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void namesAreAsTheyAreAndNothingIsGuessedOfTheCells() throws IOException {
        ParquetScene.write(
                file(),
                "SELECT '''a;b''' AS \"'x;y'\", '''c;d''' AS \"it's \"\"so\"\", ü\", '|' AS \" z \" FROM range(30)");

        try (RawReader reader = new RawReader(CONVERSION.csv(file(), ParquetScene.LIMITS), 3)) {
            assertThat(reader.header()).containsExactly("'x;y'", "it's \"so\", ü", " z ");
            assertThat(reader.next()).containsExactly("'a;b'", "'c;d'", "|");
        }
    }

    @Test
    void aMissingValueIsARowEvenIfThereIsNoOtherColumn() throws IOException {
        ParquetScene.write(file(), "SELECT CASE WHEN i = 1 THEN 5 END AS only FROM range(3) t(i)");

        try (RawReader reader = new RawReader(CONVERSION.csv(file(), ParquetScene.LIMITS), 3)) {
            RawProfile profile = Profiler.profile(reader, 10, "only");
            assertThat(profile.rows()).isEqualTo(3);
            assertThat(profile.columns().getFirst().missing()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"[1, 2]|LIST", "{'a': 1}|STRUCT", "MAP {'a': 1}|MAP", "'a'::BLOB|BLOB"})
    void whatIsNoCellIsRefusedByItsName(String value, String type) {
        ParquetScene.write(file(), "SELECT 1 AS id, " + value + " AS \"my column\"");

        assertRefused(
                ParquetScene.LIMITS,
                "Column \"my column\" is of the type " + type + ", which has no place in a table of numbers, texts and"
                        + " times: drop it, or write it as one of these.");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        ParquetScene.write(file(), "SELECT i AS a, i AS b, i AS c FROM range(1000) t(i)");

        assertRefused(limits(999, 3, 1 << 20), "There are 1000 rows; at most 999 are read.");
        assertRefused(limits(1000, 2, 1 << 20), "There are 3 columns; at most 2 are read.");
        assertRefused(
                limits(1000, 3, 5000), "Written as CSV the Parquet file has more than 5000 bytes; no more are read.");
        String csv = ParquetScene.csv(CONVERSION, file(), limits(1000, 3, 1 << 20));
        assertThat(ParquetScene.csv(CONVERSION, file(), limits(1000, 3, csv.length())))
                .isEqualTo(csv);
    }

    @Test
    void whatIsCutOrNoParquetIsRefused() throws IOException {
        ParquetScene.write(file(), "SELECT i AS a, 'x' || i AS b FROM range(1000) t(i)");
        byte[] whole = Files.readAllBytes(file());
        String broken = "The Parquet file is cut off, broken or encrypted: its footer cannot be read.";

        for (int length : new int[] {0, 8, whole.length / 2, whole.length - 1}) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertRefused(ParquetScene.LIMITS, broken);
        }
        Files.writeString(file(), "PAR1 but then a text that is long enough to have a footer PAR1");
        assertRefused(ParquetScene.LIMITS, broken);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aFooterWhoseLengthLiesIsRefused(int length) throws IOException {
        ParquetScene.write(file(), "SELECT i AS a, 'x' || i AS b FROM range(1000) t(i)");
        byte[] whole = Files.readAllBytes(file());
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(whole.length - 8, length);
        Files.write(file(), whole);

        assertThatThrownBy(this::csv)
                .isInstanceOf(RawFormatException.class)
                .hasMessageContaining("footer cannot be read");
    }

    /** As many rows as the limit allows come of it, and one more: who counts them knows. */
    @Test
    void aFooterThatTellsOfFewerRowsThanThereAreDoesNotGetAroundTheLimit() throws IOException {
        ParquetScene.write(file(), "SELECT i AS a FROM range(100000) t(i)");
        byte[] whole = Files.readAllBytes(file());
        // 100000 as a zigzag varint after the header of a field of 64 bits, in the footer's first level: made 10.
        byte[] told = {0x16, (byte) 0xC0, (byte) 0x9A, 0x0C};
        int at = indexOf(whole, told);
        whole[at + 1] = (byte) 0x94;
        whole[at + 2] = (byte) 0x80;
        whole[at + 3] = 0x00;
        Files.write(file(), whole);

        try {
            String csv = ParquetScene.csv(CONVERSION, file(), limits(1000, 1, 1 << 20));
            assertThat(csv.lines().count()).isLessThanOrEqualTo(1002);
        } catch (RawFormatException e) {
            assertThat(e).hasMessageContaining("broken");
        }
    }

    @Test
    void aBombOfRowsIsRefusedBeforeItGoesOff() throws IOException {
        ParquetScene.write(file(), "SELECT 7 AS a FROM range(20000000)", ", COMPRESSION zstd");
        assertThat(Files.size(file())).isLessThan(200_000);

        assertRefused(ParquetScene.LIMITS, "There are 20000000 rows; at most 1000000 are read.");
    }

    @Test
    void aBombOfTextIsStoppedAtTheLimit() throws IOException {
        ParquetScene.write(
                file(),
                "SELECT repeat('x', 2000) AS a, repeat('y', 2000) AS b FROM range(500000)",
                ", COMPRESSION zstd");
        assertThat(Files.size(file())).isLessThan(500_000);
        Runtime.getRuntime().gc();
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();

        assertThatThrownBy(() -> {
                    try (InputStream csv = CONVERSION.csv(file(), ParquetScene.LIMITS)) {
                        byte[] buffer = new byte[1 << 16];
                        long most = 0;
                        for (int n = csv.read(buffer); n >= 0; n = csv.read(buffer)) {
                            most += n;
                            assertThat(most).isLessThanOrEqualTo(ParquetScene.LIMITS.bytes());
                        }
                    }
                })
                .isInstanceOf(RawFormatException.class)
                .hasMessage("Written as CSV the Parquet file has more than 100000000 bytes; no more are read.");
        Runtime.getRuntime().gc();
        assertThat(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() - before)
                .isLessThan(20_000_000);
    }

    @Test
    void whatNeedsTooMuchMemoryIsRefused() {
        ParquetScene.write(file(), "SELECT repeat('x', 900000) AS a FROM range(3000)", ", COMPRESSION zstd");

        assertRefused(
                new ParquetLimits(10_000, 10, 100L << 30, 64, Duration.ofSeconds(60)),
                "Reading the Parquet file needs more than 64 MiB of memory: write it with smaller row groups and pages, or"
                        + " send it as CSV.");
    }

    @Test
    void whoTakesTooLongIsStopped() throws IOException {
        ParquetScene.write(file(), "SELECT i AS a FROM range(1000000) t(i)");

        try (InputStream csv =
                CONVERSION.csv(file(), new ParquetLimits(1_000_000, 10, 1L << 30, 64, Duration.ofMillis(1500)))) {
            assertThat(csv.read()).isEqualTo('"');
            assertThatThrownBy(() -> {
                        // Nobody reads on: the process cannot end.
                        Thread.sleep(Duration.ofSeconds(2));
                        csv.readAllBytes();
                    })
                    .isInstanceOf(RawFormatException.class)
                    .hasMessage("Reading the Parquet file takes longer than 1 s.");
        }
    }

    /** With {@code -Dpodium.parquet.mutations=N} as many as one likes, each a process of half a second. */
    @Test
    void whateverIsDamagedEndsInATableOrARefusal() throws IOException {
        ParquetScene.write(
                file(),
                "SELECT i AS a, 'name' || (i % 5) AS b, i / 7 AS c, TIMESTAMP '2024-01-01' + INTERVAL (i) HOUR AS d,"
                        + " CASE WHEN i % 4 = 0 THEN true END AS e FROM range(300) t(i)",
                ", COMPRESSION snappy, ROW_GROUP_SIZE 100");
        byte[] whole = Files.readAllBytes(file());
        int footer = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(whole.length - 8);
        long seed = Long.getLong("podium.parquet.seed", 20261130);
        Random random = new Random(seed);
        int refused = 0;
        int mutations = Integer.getInteger("podium.parquet.mutations", 16);

        for (int i = 0; i < mutations; i++) {
            byte[] damaged = whole.clone();
            boolean inFooter = i % 2 == 0;
            int from = inFooter ? whole.length - 8 - footer : 4;
            int to = inFooter ? whole.length : whole.length - 8 - footer;
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file(), damaged);
            long start = System.nanoTime();
            try (InputStream csv = CONVERSION.csv(file(), ParquetScene.LIMITS)) {
                assertThat(csv.readAllBytes().length).isLessThanOrEqualTo((int) ParquetScene.LIMITS.bytes());
            } catch (RawFormatException e) {
                refused++;
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("mutation %d of seed %d", i, seed)
                    .isLessThan(Duration.ofSeconds(30));
        }

        assertThat(refused).as("of %d", mutations).isBetween(mutations / 4, mutations);
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int i = 0; i <= whole.length - part.length; i++) {
            if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalStateException("The footer is not what the test takes it for");
    }

    private static ParquetLimits limits(long rows, int columns, long bytes) {
        return new ParquetLimits(rows, columns, bytes, 64, Duration.ofSeconds(60));
    }

    private String csv() {
        return ParquetScene.csv(CONVERSION, file(), ParquetScene.LIMITS);
    }

    private void assertRefused(ParquetLimits limits, String message) {
        assertThatThrownBy(() -> ParquetScene.csv(CONVERSION, file(), limits))
                .isInstanceOf(RawFormatException.class)
                .hasMessage(message);
    }
}
