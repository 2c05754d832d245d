package podium.scoring.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextIndexTest {
    @Property(tries = 100)
    void findsEveryTextAndNoOther(@ForAll long seed) {
        Random random = new Random(seed);
        Set<String> texts = IntStream.range(0, random.nextInt(300))
                .mapToObj(_ -> text(random))
                .collect(Collectors.toSet());
        List<String> list = List.copyOf(texts);
        TextIndex index = TextIndex.of(list);

        assertThat(index.size()).isEqualTo(list.size());
        for (int i = 0; i < list.size(); i++) {
            byte[] bytes = list.get(i).getBytes(UTF_8);
            assertThat(index.text(i)).isEqualTo(list.get(i));
            assertThat(index.length(i)).isEqualTo(bytes.length);
            assertThat(index.indexOf(bytes, 0, bytes.length)).isEqualTo(i);
            byte[] within = (",,," + list.get(i) + ",01234567").getBytes(UTF_8);
            assertThat(index.indexOf(within, 3, 3 + bytes.length)).isEqualTo(i);
        }
        byte[] other = (text(random) + "!").getBytes(UTF_8);
        assertThat(index.indexOf(other, 0, other.length)).isEqualTo(TextIndex.NOT_FOUND);
    }

    @Test
    void seesWhetherATextIsAtAPlace() {
        TextIndex index = TextIndex.of(List.of("", "a", "abcdefgh", "abcdefghi"));
        byte[] source = ".abcdefghX01234567".getBytes(UTF_8);

        assertThat(index.isAt(0, source, 1)).isTrue();
        assertThat(index.isAt(1, source, 1)).isTrue();
        assertThat(index.isAt(2, source, 1)).isTrue();
        assertThat(index.isAt(3, source, 1)).isFalse();
        assertThat(index.isAt(1, source, 0)).isFalse();
        byte[] short8 = "abcdefgh".getBytes(UTF_8);
        assertThat(index.isAt(2, short8, 0)).isTrue();
        assertThat(index.isAt(3, short8, 0)).isFalse();
    }

    @Test
    void holdsEachTextOnce() {
        assertThatThrownBy(() -> TextIndex.of(List.of("a", "b", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There twice: a");
    }

    private static String text(Random random) {
        int length = random.nextInt(20);
        return IntStream.range(0, length)
                .mapToObj(_ -> random.nextInt(10) == 0 ? "é" : Character.toString('a' + random.nextInt(3)))
                .collect(Collectors.joining());
    }
}
