package podium.scoring.anonymization;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MondrianTest {
    private static final PrivacyModels ELEVEN = new PrivacyModels(11, BigDecimal.ZERO);

    /** By text, without any of the code under test. */
    @Test
    void everybodyInTheCensusHasCompanyAndNobodyIsSuppressed() {
        Adult adult = Adult.read();

        List<Column> published = new Mondrian(adult.rows(), adult.columns(), adult.hierarchies(), List.of(), ELEVEN)
                .partition()
                .orElseThrow();

        Map<String, Integer> sizes = sizes(published);
        assertThat(sizes.values()).allMatch(size -> size >= 11);
        assertThat(sizes.size()).as("regions").isGreaterThan(500);
    }

    @Test
    void everyRegionIsAsDiverseAsItIsAskedToBe() {
        Adult adult = Adult.read();
        PrivacyModels diverse = new PrivacyModels(5, BigDecimal.ZERO, new Diversity(2, false));

        List<Column> published = new Mondrian(
                        adult.rows(), adult.columns(), adult.hierarchies(), List.of(adult.label()), diverse)
                .partition()
                .orElseThrow();

        Map<String, Set<String>> labels = new HashMap<>();
        for (int row = 0; row < adult.rows(); row++) {
            labels.computeIfAbsent(text(published, row), _ -> new HashSet<>())
                    .add(adult.label().value(row));
        }
        assertThat(labels.values()).allMatch(values -> values.size() == 2);
    }

    /** Eight ages, k = 2: cut at the median, and again, into pairs. */
    @Test
    void numbersAreCutAtTheMedian() {
        Column age = Column.of("age", List.of("30", "20", "60", "50", "40", "70", "80", "10"));

        List<Column> published = new Mondrian(
                        8,
                        List.of(age),
                        List.of(Hierarchy.flat(age.values())),
                        List.of(),
                        new PrivacyModels(2, BigDecimal.ZERO))
                .partition()
                .orElseThrow();

        assertThat(IntStream.range(0, 8).mapToObj(published.getFirst()::value))
                .containsExactly("30..40", "10..20", "50..60", "50..60", "30..40", "70..80", "70..80", "10..20");
    }

    @Test
    void thereIsNoPartitionOfTooFewRows() {
        Column age = Column.of("age", List.of("30", "20"));

        assertThat(new Mondrian(2, List.of(age), List.of(Hierarchy.flat(age.values())), List.of(), ELEVEN).partition())
                .isEmpty();
    }

    private static Map<String, Integer> sizes(List<Column> columns) {
        Map<String, Integer> sizes = new HashMap<>();
        for (int row = 0; row < columns.getFirst().rows(); row++) {
            sizes.merge(text(columns, row), 1, Integer::sum);
        }
        return sizes;
    }

    private static String text(List<Column> columns, int row) {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(column.value(row)));
        return String.join("\u0000", cells);
    }
}
