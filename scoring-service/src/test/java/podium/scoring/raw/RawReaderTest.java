package podium.scoring.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '"',
            value = {"COMMA ,", "SEMICOLON ;", "BAR |"})
    void findsTheSeparator(String name, char separator) throws IOException {
        try (RawReader reader = read("a,b;c|d\n1,2;3|4\n".replaceAll("[,;|]", String.valueOf(separator)))) {
            assertThat(reader.separator()).as(name).isEqualTo(separator);
            assertThat(reader.header()).containsExactly("a", "b", "c", "d");
            assertThat(reader.next()).containsExactly("1", "2", "3", "4");
            assertThat(reader.next()).isNull();
            assertThat(reader.rows()).isEqualTo(1);
        }
    }

    @Test
    void singleQuotesQuoteWhereTheyDoSoConsistently() throws IOException {
        try (RawReader reader = read("'name';'say'\n'Zoë';'a; ''b''\nc'\n'';'1'\n'O''Hara';'\"x\"'\n")) {
            assertThat(reader.separator()).isEqualTo(';');
            assertThat(reader.header()).containsExactly("name", "say");
            assertThat(reader.next()).containsExactly("Zoë", "a; 'b'\nc");
            assertThat(reader.next()).containsExactly("", "1");
            assertThat(reader.next()).containsExactly("O'Hara", "\"x\"");
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void singleQuotesAroundSomeCellsQuoteWhereTheRowsAreRaggedOtherwise() throws IOException {
        try (RawReader reader = read("a,b\n1,x\n2,'x, y'\n3,O'Hara\n")) {
            reader.next();
            assertThat(reader.next()).containsExactly("2", "x, y");
            assertThat(reader.next()).containsExactly("3", "O'Hara");
        }
    }

    @Test
    void cellsInSingleQuotesMayComeAfterEmptyOnes() throws IOException {
        try (RawReader reader = read(",,,,\n,,,,''\n,,,,''\n".replaceFirst(",,,,", "a,b,c,d,e"))) {
            assertThat(reader.next()).containsExactly("", "", "", "", "");
        }
    }

    @Test
    void aColumnInSingleQuotesIsEnough() throws IOException {
        try (RawReader reader = read("id,name\n1,'x'\n2,\n3,'y'\n")) {
            assertThat(reader.next()).containsExactly("1", "x");
            assertThat(reader.next()).containsExactly("2", "");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Tis, 'twas", // no end
                "'x' y,'x'", // goes on
                "O'Hara,5'", // not at the beginning
                "'x',\"y\"", // the other quote is the one that quotes
                "\"'x'\",\"'y'\"" // as a Parquet file is written
            })
    void otherwiseSingleQuotesAreTextLikeAnyOther(String row) throws IOException {
        try (RawReader reader = read("a,b\n" + (row + "\n").repeat(3))) {
            assertThat(reader.next()).containsExactly(row.replace("\"", "").split(","));
        }
    }

    @Test
    void aFewTextsThatHappenToBeInSingleQuotesKeepThem() throws IOException {
        try (RawReader reader = read("a,b\n'x',1\ny,2\n'z',3\n")) {
            assertThat(reader.next()).containsExactly("'x'", "1");
        }
    }

    @Test
    void aHeaderInDoubleQuotesSaysThatSingleOnesAreText() throws IOException {
        try (RawReader reader = read("\"a\",\"b\"\n'x','y'\n'x','y'\n'x','y'\n")) {
            assertThat(reader.next()).containsExactly("'x'", "'y'");
        }
    }

    /** Ten gigabytes of one line: it is given up after a mebibyte, whatever comes. */
    @Test
    void aLineWithoutEndIsGivenUpEarly() throws IOException {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return read.incrementAndGet() <= 10L << 30 ? 'a' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) 'a');
                read.addAndGet(length);
                return length;
            }
        };

        assertThatThrownBy(() -> new RawReader(endless, 10)).isInstanceOf(RawFormatException.class);
        assertThat(read.get()).isLessThan(16L << 20);
    }

    @Test
    void readsUtf16WhereAMarkSaysSo() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            byte[] bytes = "\uFEFFname\tsay\nZoë\t1\n".getBytes(charset);
            try (RawReader reader = new RawReader(new ByteArrayInputStream(bytes), 10)) {
                assertThat(reader.separator()).isEqualTo('\t');
                assertThat(reader.header()).containsExactly("name", "say");
                assertThat(reader.next()).containsExactly("Zoë", "1");
            }
        }
    }

    @Test
    void readsMarksQuotesAndAnyLineEnds() throws IOException {
        try (RawReader reader = read("\uFEFFname,say\r\nZoë,\"a \"\"b\"\",\nc\"\r\n,\r\n")) {
            assertThat(reader.header()).containsExactly("name", "say");
            assertThat(reader.next()).containsExactly("Zoë", "a \"b\",\nc");
            assertThat(reader.next()).containsExactly("", "");
        }
    }

    @Test
    void refusesWhatIsNoTable() {
        assertRefused("", "The file is empty; its first line names the columns.");
        assertRefused("a,a\n", "Line 1: Two columns are called \"a\".");
        assertRefused("a,\n", "Line 1: Each column has a name of 1 to 200 characters.");
        assertRefused("a,b,c,d,e,f\n", "Line 1: There are 6 columns; at most 5 are read.");
        assertRefused("a,b\n1,2\n1,2,3\n", "Line 3: It has 3 cells, the header has 2.");
        assertRefused("a,b\n1,2\n1\n", "Line 3: It has 1 cells, the header has 2.");
        assertRefused(
                "a,b\n1,\"2\n",
                "After row 0: a quoted cell is not closed, or a cell is longer than 1048576 characters.");
    }

    @Test
    void refusesOtherEncodings() {
        byte[] latin = "name,x\nZo\u00eb,1\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> drain(new RawReader(new ByteArrayInputStream(latin), 5)))
                .isInstanceOf(RawFormatException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void profilesEachColumn() throws IOException {
        try (RawReader reader = read("n,i,t,y\n1.5,3,x,a\n-2,,x,b\n1e2,4,,a\n")) {
            RawProfile profile = Profiler.profile(reader, 10, "y");

            assertThat(profile.rows()).isEqualTo(3);
            assertThat(profile.columns())
                    .containsExactly(
                            new ColumnProfile(
                                    "n",
                                    ColumnProfile.Type.NUMBER,
                                    3,
                                    false,
                                    0,
                                    new BigDecimal("-2"),
                                    new BigDecimal("100"),
                                    "feature"),
                            new ColumnProfile(
                                    "i",
                                    ColumnProfile.Type.INTEGER,
                                    2,
                                    false,
                                    1,
                                    new BigDecimal("3"),
                                    new BigDecimal("4"),
                                    "quasi-identifier"),
                            new ColumnProfile(
                                    "t", ColumnProfile.Type.TEXT, 1, false, 1, null, null, "quasi-identifier"),
                            new ColumnProfile("y", ColumnProfile.Type.TEXT, 2, false, 0, null, null, "label"));
        }
    }

    @Test
    void refusesTooManyRows() throws IOException {
        try (RawReader reader = read("a,b\n1,2\n1,2\n1,2\n")) {
            assertThatThrownBy(() -> Profiler.profile(reader, 2, "b")).hasMessageContaining("more than 2 rows");
        }
    }

    @ParameterizedTest
    @CsvSource({"007,7", "7.0,7", "+7,7", "-0.50,-0.5", "1e2,100", "0.000,0", "1E-30,1E-30"})
    void writesNumbersInOneWay(String number, String canonical) {
        assertThat(Numerals.isNumber(number)).isTrue();
        assertThat(Numerals.canonical(number)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "1e999", "0x10", "1f", "'1,5'", "1 000", "''", "-", "e5"})
    void knowsWhatIsNoNumber(String text) {
        assertThat(Numerals.isNumber(text)).isFalse();
    }

    private static void assertRefused(String csv, String message) {
        assertThatThrownBy(() -> drain(read(csv)))
                .isInstanceOf(RawFormatException.class)
                .hasMessage(message);
    }

    private static void drain(RawReader reader) throws IOException {
        try (reader) {
            List<String> row = reader.next();
            while (row != null) {
                row = reader.next();
            }
        }
    }

    private static RawReader read(String csv) throws IOException {
        return new RawReader(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), 5);
    }
}
