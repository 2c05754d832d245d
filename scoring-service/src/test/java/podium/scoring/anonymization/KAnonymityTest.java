package podium.scoring.anonymization;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KAnonymityTest {
    private static final Column SEX = Column.of("sex", List.of("m", "m", "f", "m", "f", "m"));
    private static final Column AGE = Column.of("age", List.of("30", "30", "30", "40", "30", "30"));

    @Test
    void groupsRowsByEqualValues() {
        EquivalenceClasses classes = EquivalenceClasses.of(6, List.of(SEX, AGE));

        // m/30 three times, f/30 twice, m/40 once
        assertThat(classes.sizes()).containsExactlyInAnyOrder(3, 2, 1);
        assertThat(classes.classOf(0)).isEqualTo(classes.classOf(5)).isNotEqualTo(classes.classOf(3));
    }

    @Test
    void withoutColumnsAllRowsAreOneClass() {
        assertThat(EquivalenceClasses.of(6, List.of()).sizes()).containsExactly(6);
        assertThat(EquivalenceClasses.of(0, List.of()).count()).isZero();
    }

    @Test
    void suppressesSmallClassesWhole() {
        EquivalenceClasses classes = EquivalenceClasses.of(6, List.of(SEX, AGE));

        KAnonymity.Outcome outcome = new KAnonymity(3, new BigDecimal("0.5")).check(classes);

        assertThat(outcome.suppressedRows()).isEqualTo(3);
        assertThat(outcome.suppressed().stream()).containsExactly(2, 3, 4);
        assertThat(outcome.allowedRows()).isEqualTo(3);
        assertThat(outcome.classes()).isEqualTo(1);
        assertThat(outcome.smallestClass()).isEqualTo(3);
        assertThat(outcome.feasible()).isTrue();
    }

    @Test
    void isNotFeasibleOneRowAboveTheLimit() {
        EquivalenceClasses classes = EquivalenceClasses.of(6, List.of(SEX, AGE));

        // floor(0.49 x 6) = 2 rows may go, 3 would have to
        assertThat(new KAnonymity(3, new BigDecimal("0.49")).check(classes).feasible())
                .isFalse();
    }

    @Test
    void isNotFeasibleWhenNothingIsLeft() {
        EquivalenceClasses classes = EquivalenceClasses.of(6, List.of(SEX, AGE));

        assertThat(new KAnonymity(7, BigDecimal.ONE).check(classes).feasible()).isFalse();
    }

    @Test
    void takesTheLimitAsTheDecimalThatWasWritten() {
        // In binary floating point 0.29 x 100 is 28.999999999999996.
        EquivalenceClasses classes = EquivalenceClasses.of(100, List.of());

        assertThat(new KAnonymity(2, new BigDecimal("0.29")).check(classes).allowedRows())
                .isEqualTo(29);
    }

    @Test
    void agreesWithGroupingByTextOnRandomTables() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            int rows = 1 + random.nextInt(3000);
            List<Column> columns = new ArrayList<>();
            List<StringBuilder> keys = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                keys.add(new StringBuilder());
            }
            for (int c = 0; c < 4; c++) {
                List<String> values = new ArrayList<>();
                for (int row = 0; row < rows; row++) {
                    String value = Integer.toString(random.nextInt(1 + (1 << (2 * c))));
                    values.add(value);
                    keys.get(row).append(value).append('|');
                }
                columns.add(Column.of("c" + c, values));
            }
            Map<String, Integer> expected = new HashMap<>();
            keys.forEach(key -> expected.merge(key.toString(), 1, Integer::sum));

            EquivalenceClasses classes = EquivalenceClasses.of(rows, columns);

            assertThat(classes.count()).isEqualTo(expected.size());
            for (int row = 0; row < rows; row++) {
                assertThat(classes.size(classes.classOf(row)))
                        .isEqualTo(expected.get(keys.get(row).toString()));
            }
        }
    }
}
