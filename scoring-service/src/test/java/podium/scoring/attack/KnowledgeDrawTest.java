package podium.scoring.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.SyntheticRatings;

class KnowledgeDrawTest {
    private static final Ratings RAW = SyntheticRatings.generate(5, 500, 1_000, 20_000);
    private static final int[] EVERYBODY = IntStream.range(0, 500).toArray();
    private static final DateKnowledge THREE_DAYS = new DateKnowledge(3);

    private final TargetRows rows = new TargetRows(RAW, EVERYBODY);
    private final KnowledgeDraw draw = new KnowledgeDraw(RAW, rows, 1, 8);

    @Test
    void whatIsKnownIsWhatThePersonDid() {
        Set<Integer> errors = new HashSet<>();
        for (int t = 0; t < 500; t++) {
            Knowledge known = draw.draw(t, ItemChoice.ANY, 0, THREE_DAYS);
            assertThat(known.size()).isEqualTo(Math.min(8, rows.rows(t).length));
            assertThat(known.item()).doesNotHaveDuplicates();
            for (int k = 0; k < known.size(); k++) {
                int row = rowOf(t, known.item()[k]);
                assertThat(known.rating()[k]).isEqualTo(RAW.rating(row));
                errors.add(known.day()[k] - RAW.day(row));
            }
        }
        assertThat(errors).containsExactlyInAnyOrder(-3, -2, -1, 0, 1, 2, 3);
    }

    @Test
    void aQuarterIsAboutItemsThatThePersonNeverRated() {
        for (int t = 0; t < 500; t++) {
            Knowledge right = draw.draw(t, ItemChoice.ANY, 0, DateKnowledge.UNKNOWN);
            Knowledge known = draw.draw(t, ItemChoice.ANY, 0.25, DateKnowledge.UNKNOWN);
            for (int k = 0; k < known.size(); k++) {
                boolean wrong = k == 3 || k == 7;
                assertThat(rowOf(t, known.item()[k]) < 0).isEqualTo(wrong);
                assertThat(known.item()[k] == right.item()[k]).isEqualTo(!wrong);
                assertThat(known.day()[k]).isEqualTo(Ratings.NO_DAY);
            }
        }
    }

    @Test
    void popularAndRareAreTheHalvesOfAPersonsRows() {
        for (int t = 0; t < 500; t++) {
            int[] supports = IntStream.of(rows.rows(t))
                    .map(row -> rows.support(RAW.item(row)))
                    .sorted()
                    .toArray();
            int n = supports.length;
            int half = Math.max((n + 1) / 2, Math.min(n, 8));
            for (int item : draw.draw(t, ItemChoice.POPULAR, 0, THREE_DAYS).item()) {
                assertThat(rows.support(item)).isGreaterThanOrEqualTo(supports[n - half]);
            }
            for (int item : draw.draw(t, ItemChoice.RARE, 0, THREE_DAYS).item()) {
                assertThat(rows.support(item)).isLessThanOrEqualTo(supports[half - 1]);
            }
        }
    }

    private int rowOf(int t, int item) {
        return IntStream.of(rows.rows(t))
                .filter(row -> RAW.item(row) == item)
                .findFirst()
                .orElse(-1);
    }
}
