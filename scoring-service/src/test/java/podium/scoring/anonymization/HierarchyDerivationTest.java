package podium.scoring.anonymization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HierarchyDerivationTest {

    @Test
    void numbersBecomeIntervalsThatDoubleFromLevelToLevel() {
        Hierarchy ages =
                of(IntStream.rangeClosed(17, 90).mapToObj(Integer::toString).toList());

        assertThat(path(ages, "39")).containsExactly("39", "[35, 40[", "[35, 45[", "[35, 55[", "[15, 55[", "*");
        assertThat(path(ages, "17")).startsWith("17", "[15, 20[").endsWith("*");
    }

    @Test
    void codesLoseTheirLastCharactersFirst() {
        List<String> codes =
                IntStream.range(0, 40).mapToObj(i -> "B" + (3000 + 7 * i)).toList();

        assertThat(path(of(codes), "B3007")).containsExactly("B3007", "B300*", "B30**", "B3***", "B****", "*");
    }

    @Test
    void rareNamesBecomeOther() {
        List<String> names = new ArrayList<>();
        IntStream.range(0, 60).forEach(_ -> names.add("common"));
        IntStream.range(0, 37).forEach(_ -> names.add("usual"));
        names.addAll(List.of("rare", "odd", "single"));

        assertThat(path(of(names), "common")).containsExactly("common", "common", "*");
        assertThat(path(of(names), "odd")).containsExactly("odd", "other", "*");
    }

    @Test
    void anEmptyCellStaysEmptyUntilEverythingIsAnything() {
        List<String> ages = new ArrayList<>(
                IntStream.range(20, 60).mapToObj(Integer::toString).toList());
        ages.add("");

        assertThat(path(of(ages), "")).startsWith("", "", "").endsWith("*");
    }

    /** What is equal at a level is equal at all higher ones, for whatever the values are. */
    @Test
    void everyLevelIsACoarseningOfTheOneBefore() {
        for (List<String> values : List.of(
                IntStream.range(-40, 40).mapToObj(i -> Double.toString(i / 3.0)).toList(),
                IntStream.range(0, 900)
                        .mapToObj(i -> String.format("%05d", 37 * i))
                        .toList(),
                IntStream.range(0, 50).mapToObj(i -> "n" + i % 9).toList())) {
            Hierarchy hierarchy = of(values);
            List<List<String>> lines = values.stream()
                    .distinct()
                    .map(value -> path(hierarchy, value))
                    .toList();
            assertThat(Hierarchy.read(lines)).isInstanceOf(HierarchyReading.Read.class);
        }
    }

    private static Hierarchy of(List<String> values) {
        return HierarchyDerivation.of(Column.of("x", values));
    }

    private static List<String> path(Hierarchy hierarchy, String value) {
        return IntStream.rangeClosed(0, hierarchy.topLevel())
                .mapToObj(level -> hierarchy.generalize(value, level))
                .toList();
    }
}
