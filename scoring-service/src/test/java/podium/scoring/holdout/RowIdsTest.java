package podium.scoring.holdout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowIdsTest {
    @Test
    void denseNumbersAreFoundByATable() {
        RowIds ids = RowIds.of(List.of("12", "7", "30"));

        assertThat(ids).isInstanceOf(NumberIds.class);
        assertThat(ids.rowOf("7")).isEqualTo(1);
        assertThat(ids.text(2)).isEqualTo("30");
        for (String other : List.of("", "0", "07", "8", "31", "7 ", "7a", "-7", "12345678", "123456789", "٣")) {
            assertThat(ids.rowOf(other)).as(other).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"u-17", "007", "-3", "99999999", "100000000", "12345678901234567890", "a,b", "\"q\"", "Ł"})
    void oneOtherIdMakesAllOfThemText(String other) {
        List<String> written = List.of("12", "7", other, "30");
        RowIds ids = RowIds.of(written);

        assertThat(ids).isInstanceOf(TextIds.class);
        for (int row = 0; row < written.size(); row++) {
            assertThat(ids.rowOf(written.get(row))).isEqualTo(row);
            assertThat(ids.text(row)).isEqualTo(written.get(row));
        }
        assertThat(ids.rowOf("31")).isEqualTo(-1);
    }

    @Test
    void millionsOfDenseNumbersStayNumbersAndSparseOnesDoNot() {
        assertThat(RowIds.of(IntStream.range(1, 200_000).map(i -> 8 * i).toArray()))
                .isInstanceOf(NumberIds.class);
        assertThat(RowIds.of(IntStream.range(1, 200_000).map(i -> 10 * i).toArray()))
                .isInstanceOf(TextIds.class);
    }

    @Test
    void onlyBareIdsMayBeComparedAsTheyStand() {
        assertThat(((TextIds) RowIds.of(List.of("a", "b\"c"))).bare()).isTrue();
        assertThat(((TextIds) RowIds.of(List.of("a", "\"b"))).bare()).isFalse();
        assertThat(((TextIds) RowIds.of(List.of("a", "b,c"))).bare()).isFalse();
        byte[] bytes = "xa,".getBytes(UTF_8);
        assertThat(((TextIds) RowIds.of(List.of("a"))).isAt(0, bytes, 1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb"})
    void anIdThatNoFileCouldNameIsRefused(String id) {
        assertThatThrownBy(() -> RowIds.of(List.of(id))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachIdIsThereOnce() {
        assertThatThrownBy(() -> RowIds.of(List.of("3", "3"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RowIds.of(List.of("a", "a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RowIds.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
