package podium.scoring.fingerprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.scoring.metric.Values;

/** What is flagged among files of names, and what is not. */
class NameResemblanceTest {
    private static final int ROWS = 20_000;
    private static final int CLASSES = 5;
    private static final SampledCells SAMPLE = new SampledCells(new byte[32], ROWS);

    private final SplittableRandom random = new SplittableRandom(31);
    private final int[] truth = names();
    /** How hard each row is, for every model. */
    private final double[] difficulty = random.doubles(ROWS).toArray();
    /** What most models take a row for that they get wrong. */
    private final int[] usualError = names();

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.4})
    void honestClassifiersThatShareTheirErrorsAreNotFlagged(double errors) {
        List<int[]> files =
                IntStream.range(0, 30).mapToObj(_ -> classifier(errors)).toList();
        Panel panel = panel(files);

        for (int a = 0; a < files.size(); a++) {
            for (int b = Math.max(0, a - 3); b < a; b++) {
                Resemblance pair = panel.compare(voice(a, files.get(a)), voice(b, files.get(b)));
                assertThat(pair.correlated()).isFalse();
                assertThat(pair.maybeNearlyEqual()).isFalse();
            }
        }
    }

    @Test
    void aCopyWithAFewOtherNamesIsFlagged() {
        List<int[]> files =
                IntStream.range(0, 10).mapToObj(_ -> classifier(0.1)).toList();
        int[] copy = files.getFirst().clone();
        for (int i = 0; i < ROWS; i += 2000) {
            copy[i] = (copy[i] + 1) % CLASSES;
        }

        Resemblance pair = panel(files).compare(voice(0, files.getFirst()), voice(40, copy));

        assertThat(pair.correlated()).isTrue();
        assertThat(pair.maybeNearlyEqual()).isTrue();
        FullComparison exact =
                FullComparison.of(new Values.Codes(files.getFirst()), new Values.Codes(copy), new Values.Codes(truth));
        assertThat(exact.changedRows()).isEqualTo(10);
        assertThat(exact.correlation()).isNull();
        assertThat(exact.agreement().nearlyEqual()).isTrue();
    }

    @Test
    void anOwnModelAfterAllIsNotACopy() {
        List<int[]> files =
                IntStream.range(0, 10).mapToObj(_ -> classifier(0.1)).toList();
        int[] half = files.getFirst().clone();
        int[] own = classifier(0.1);
        System.arraycopy(own, 0, half, 0, ROWS / 2);

        assertThat(panel(files)
                        .compare(voice(0, files.getFirst()), voice(40, half))
                        .correlated())
                .isFalse();
    }

    @Test
    void twoPerfectFilesSayNothing() {
        List<int[]> files =
                IntStream.range(0, 10).mapToObj(_ -> classifier(0.1)).toList();

        Resemblance pair = panel(files).compare(voice(40, truth), voice(41, truth.clone()));

        assertThat(pair.residual()).isNull();
        assertThat(pair.maybeNearlyEqual()).isFalse();
    }

    @Test
    void theScreenLetsCopiesThrough() {
        List<int[]> files =
                IntStream.range(0, 10).mapToObj(_ -> classifier(0.2)).toList();
        int[] copy = files.getFirst().clone();
        copy[SAMPLE.row(3)] = -1;
        Screening screening = new Screening(CellKind.NAMES, panel(files).typical());

        assertThat(screening.alike(subject(screening, files.getFirst()), subject(screening, copy)))
                .isTrue();
        assertThat(screening.alike(subject(screening, files.getFirst()), subject(screening, files.get(1))))
                .isFalse();
    }

    @Test
    void rankedListsAreEqualOrNot() {
        Values.Lists lists = new Values.Lists(new int[] {0, 2, 3}, new int[] {4, 5, 6});
        Values.Lists reversed = new Values.Lists(new int[] {0, 2, 3}, new int[] {5, 4, 6});
        SampledCells both = new SampledCells(new byte[32], 2);

        Agreement agreement = Agreement.of(both.of(lists), both.of(reversed), both.truth(lists, 1));

        assertThat(agreement).isEqualTo(new Agreement(2, 1, 2, 1));
        assertThat(FullComparison.of(lists, reversed, lists).changedRows()).isEqualTo(1);
    }

    @Test
    void aTablesCellIsTrueWhereItIsTheRightClass() {
        Values.Table table = new Values.Table(new double[] {.7, .3, .2, .8}, 2);
        SampledCells both = new SampledCells(new byte[32], 2);

        double[] cells = both.of(table);
        double[] right = requireNonNull(both.truth(new Values.Codes(new int[] {0, 1}), 2));

        for (int i = 0; i < 2; i++) {
            assertThat(right[i]).isEqualTo(cells[i] > .5 ? 1 : 0);
        }
        assertThat(Optional.ofNullable(both.truth(new Values.Numbers(new double[2]), 2)))
                .isEmpty();
    }

    private static Screening.Subject subject(Screening screening, int[] file) {
        return screening.subject(Screen.of(CellKind.NAMES, SAMPLE.of(new Values.Codes(file))));
    }

    private Panel panel(List<int[]> files) {
        return new Panel(
                CellKind.NAMES,
                SAMPLE.truth(new Values.Codes(truth), 1),
                IntStream.range(0, files.size())
                        .mapToObj(i -> voice(i, files.get(i)))
                        .toList());
    }

    private static Voice voice(int team, int[] file) {
        return Voice.of(CellKind.NAMES, new UUID(7, team), SAMPLE.of(new Values.Codes(file)));
    }

    /** Wrong mostly in the rows that are hard for everybody, and there mostly as everybody. */
    private int[] classifier(double errors) {
        int[] file = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            boolean wrong = difficulty[i] < 2 * errors && random.nextDouble() < 0.5;
            file[i] = !wrong ? truth[i] : random.nextDouble() < 0.8 ? usualError[i] : random.nextInt(CLASSES);
        }
        return file;
    }

    private int[] names() {
        return random.ints(ROWS, 0, CLASSES).toArray();
    }
}
