package podium.scoring.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import podium.scoring.attack.AttackGrid;
import podium.scoring.attack.Plans;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.stage.Progress;

/** What the gate says of ratings that students really gave their lecturers: no dates, 25 rows a person. */
class InstevalTest {
    private static final Path DATA = Path.of("../../shared/data/insteval.csv").normalize();

    private static Ratings raw;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.isReadable(DATA), "Skipped: the reference data is not beside the checkout, as " + DATA);
        List<String[]> rows = Files.readAllLines(DATA).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        Map<String, Integer> students = new HashMap<>();
        Map<String, Integer> lecturers = new HashMap<>();
        int[] user = new int[rows.size()];
        int[] item = new int[rows.size()];
        float[] rating = new float[rows.size()];
        for (int row = 0; row < user.length; row++) {
            user[row] = students.computeIfAbsent(rows.get(row)[0], s -> students.size());
            item[row] = lecturers.computeIfAbsent(rows.get(row)[1], d -> lecturers.size());
            rating[row] = Float.parseFloat(rows.get(row)[6]);
        }
        raw = new Ratings(students.size(), lecturers.size(), user, item, rating, null);
    }

    @Test
    void idsMerelyReplacedAreRefused() {
        GateVerdict verdict = judge(1, 1);

        assertThat(raw.rows()).isEqualTo(73_421);
        assertThat(verdict.report().people()).isEqualTo(2_972);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.worstCell().members().top1()).isEqualTo(0.992);
        assertThat(verdict.failedCells()).as("even two ratings are too much").isEqualTo(10);
    }

    private static GateVerdict judge(double users, double rows) {
        return new RatingsGate(RatingsGate.POPULATION, RatingsGate.MEMBERS)
                .judge(new AttackGrid(1).attack(Plans.sample(raw, users, rows, 1, DateRule.KEEP), Progress.NONE));
    }
}
