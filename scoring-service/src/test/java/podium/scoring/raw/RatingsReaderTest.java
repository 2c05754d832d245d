package podium.scoring.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.scoring.ratings.Ratings;
import podium.scoring.stage.Progress;

class RatingsReaderTest {

    @Test
    void usersAndItemsAreNumberedAsTheyCome() throws IOException {
        RatingsTable table = read("u,i,r,d\nann,m1,4,2005-01-02\nbob,m1,3.5,\nann,m2,1,1970-01-01\n", "d");

        Ratings ratings = table.ratings();
        assertThat(IntStream.range(0, 3).map(ratings::user)).containsExactly(0, 1, 0);
        assertThat(IntStream.range(0, 3).map(ratings::item)).containsExactly(0, 0, 1);
        assertThat(List.of(ratings.rating(0), ratings.rating(1), ratings.rating(2)))
                .containsExactly(4f, 3.5f, 1f);
        assertThat(ratings.day(0)).isEqualTo((int) LocalDate.of(2005, 1, 2).toEpochDay());
        assertThat(ratings.day(1)).isEqualTo(Ratings.NO_DAY);
        assertThat(ratings.day(2)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2005-12-31, 13148",
        "2005-12-31T23:59:59Z, 13148",
        "2005-12-31 23:59:59, 13148",
        "2006-01-01T00:30:00+01:00, 13148",
        "13148, 13148",
        "1136073599, 13148",
        "1136073599999, 13148",
        "-1, -1"
    })
    void aDayIsADateAnInstantOrANumberSince1970(String text, int day) throws IOException {
        assertThat(read("u,i,r,d\na,m,1," + text + "\n", "d").ratings().day(0)).isEqualTo(day);
    }

    @Test
    void whatIsKnownOfItemsIsJoinedByTheirNames() throws IOException {
        Map<String, Integer> codes = Map.of("m1", 0, "m2", 1, "m3", 2);

        assertThat(items("i|genre|studio\nm3|drama|X\nm9|opera|X\nm1|farce|X\n", codes))
                .containsExactly(entry("genre", List.of("farce", "", "drama")));
        assertThatThrownBy(() -> items("i|genre\nm1|drama\nm1|drama\n", codes))
                .isInstanceOf(RawFormatException.class)
                .hasMessageContaining("Row 2")
                .hasMessageNotContaining("m1");
        assertThatThrownBy(() -> items("item|genre\nm1|drama\n", codes)).hasMessageContaining("no column \"i\"");
    }

    private static Map<String, List<String>> items(String csv, Map<String, Integer> codes) throws IOException {
        try (RawReader reader = new RawReader(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), 10)) {
            return ItemsReader.read(reader, "i", List.of("genre"), codes);
        }
    }

    @Test
    void whatASaysOfItemsIsKeptAndWhatVariesIsNamed() throws IOException {
        String csv = "u,i,r,genre,mood\na,m1,1,drama,sad\nb,m2,2,farce,\nb,m1,3,drama,gay\n";

        RatingsTable table = read(csv, null, "genre", "mood");

        assertThat(table.attributes()).containsOnlyKeys("genre");
        assertThat(table.attributes().get("genre")).containsExactly("drama", "farce");
        assertThat(table.varying()).containsExactly("mood");
        assertThat(table.ratings().dated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u,i,r,d\\na,m,good,1\\n | Row 1: the rating is not a number.",
                "u,i,r,d\\na,m,1,1\\na,m,NaN,1\\n | Row 2: the rating is not a number.",
                "u,i,r,d\\n,m,1,1\\n | Row 1 has no \"u\".",
                "u,i,r,d\\na,,1,1\\n | Row 1 has no \"i\".",
                "u,i,r,d\\na,m,1,yesterday\\n | Row 1: the day is neither",
                "u,i,d\\na,m,1\\n | The file has no column \"r\".",
                "u,i,r,d\\na,m,1\\n | Line 2: It has 3 cells, the header has 4."
            })
    void whatCannotBeReadIsNamedByItsRowWithoutItsValue(String csv, String message) {
        assertThatThrownBy(() -> read(csv.replace("\\n", "\n"), "d"))
                .isInstanceOf(RawFormatException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("good")
                .hasMessageNotContaining("yesterday");
    }

    @Test
    void moreRowsThanAChunkAreKeptInTheirOrder() throws IOException {
        int rows = (1 << 20) + 3;
        StringBuilder csv = new StringBuilder("u,i,r\n");
        for (int row = 0; row < rows; row++) {
            csv.append('u')
                    .append(row % 1_000)
                    .append(",i")
                    .append(row % 7)
                    .append(',')
                    .append(row % 5)
                    .append('\n');
        }

        Ratings ratings = read(csv.toString(), null).ratings();

        assertThat(ratings.rows()).isEqualTo(rows);
        assertThat(ratings.user(rows - 1)).isEqualTo((rows - 1) % 1_000);
        assertThat(ratings.item(rows - 1)).isEqualTo((rows - 1) % 7);
        assertThat(ratings.rating(rows - 1)).isEqualTo((rows - 1) % 5);
    }

    private static RatingsTable read(String csv, @Nullable String day, String... attributes) throws IOException {
        try (RawReader reader = new RawReader(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), 10)) {
            return new RatingsReader(reader, new RatingsReader.Columns("u", "i", "r", day, List.of(attributes)))
                    .read(0, Progress.NONE);
        }
    }
}
