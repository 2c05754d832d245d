package podium.scoring.fingerprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.scoring.metric.Values;

/** What is flagged among files of numbers, and above all what is not. */
class NumberResemblanceTest {
    private static final int ROWS = 20_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3})
    void fiftyHonestModelsOnTheSameDataAreNotFlagged(double error) {
        Field field = new Field(ROWS, 1);
        double[][] files = IntStream.range(0, 50)
                .mapToObj(i -> field.model(error * (0.5 + i / 50.0)))
                .toArray(double[][]::new);
        Panel panel = field.panel(Arrays.copyOf(files, Panel.MOST_TEAMS));
        List<Voice> voices =
                IntStream.range(0, 50).mapToObj(i -> field.voice(i, files[i])).toList();

        double highest = -1;
        for (int a = 0; a < files.length; a++) {
            for (int b = Math.max(0, a - 4); b < a; b++) {
                Resemblance pair = panel.compare(voices.get(a), voices.get(b));
                assertThat(pair.maybeNearlyEqual()).isFalse();
                highest = Math.max(highest, requireNonNull(pair.residual()).value());
            }
        }

        assertThat(highest).isLessThan(0.6);
    }

    @Test
    void theFilesOfHonestGoodModelsCorrelateByThemselves() {
        Field field = new Field(ROWS, 1);

        assertThat(Residuals.correlation(field.model(0.01), field.model(0.01))).isGreaterThan(0.999);
    }

    @Test
    void twoNearlyPerfectModelsAmongPoorOnesAreNotFlagged() {
        Field field = new Field(ROWS, 2);
        double[] good = field.model(0.01);
        double[] alsoGood = field.model(0.01);
        Panel panel = field.panel(good, alsoGood, field.model(0.5), field.model(0.5), field.model(0.5));

        Resemblance pair = compare(field, panel, 0, good, 1, alsoGood);

        assertThat(pair.correlated()).isFalse();
        assertThat(pair.residual()).as("they have the truth in common").isNull();
    }

    @Test
    void twoGoodModelsAreNotFlaggedBecauseOneTeamOfFewSendsNonsense() {
        Field field = new Field(ROWS, 3);
        double[][] files = {
            field.model(0.05), field.model(0.05), field.model(0.06), field.model(0.06), field.normal(1e6)
        };

        Resemblance pair = compare(field, field.panel(files), 0, files[0], 1, files[1]);

        assertThat(requireNonNull(pair.residual()).value()).isLessThan(0.7);
    }

    @Test
    void aStretchedAndShiftedCopyIsFlagged() {
        Field field = new Field(ROWS, 4);
        double[][] files = models(field, 12, 0.1);
        double[] copy = Arrays.stream(files[0]).map(x -> 0.25 * x - 7).toArray();

        Resemblance pair = compare(field, field.panel(files), 0, files[0], 40, copy);

        assertThat(requireNonNull(pair.residual()).value()).isCloseTo(1, offset(1e-9));
        assertThat(pair.agreement().equal()).isZero();
    }

    @Test
    void aCopyWithNoiseOrALittleOfAnotherModelIsFlaggedAndAHalfBlendIsNot() {
        Field field = new Field(ROWS, 5);
        double[][] files = models(field, 12, 0.1);
        double[] own = field.model(0.1);
        double[] noisy = Field.sum(files[0], field.normal(0.008));
        double[] nine = Field.blend(0.95, files[0], own);
        double[] half = Field.blend(0.5, files[0], own);
        Panel panel = field.panel(files);

        assertThat(compare(field, panel, 0, files[0], 40, noisy).correlated()).isTrue();
        assertThat(compare(field, panel, 0, files[0], 40, nine).correlated()).isTrue();
        assertThat(compare(field, panel, 0, files[0], 40, half).correlated()).isFalse();
    }

    @Test
    void aCopyIsFlaggedAsSoonAsThereAreThreeOtherTeams() {
        Field field = new Field(ROWS, 6);
        double[][] files = models(field, 5, 0.1);
        files[1] = Field.sum(files[0], field.normal(0.005));

        assertThat(compare(field, field.panel(files), 0, files[0], 1, files[1]).correlated())
                .isTrue();
        assertThat(compare(field, field.panel(Arrays.copyOf(files, 4)), 0, files[0], 1, files[1])
                        .residual())
                .isNull();
    }

    @Test
    void constantFilesHaveNoVoiceAndAreNotCompared() {
        Field field = new Field(ROWS, 7);
        double[] constant = new double[ROWS];
        double[][] files = models(field, 4, 0.1);
        Panel panel = field.panel(files[0], files[1], constant, constant.clone(), files[2], files[3]);

        Resemblance constants = compare(field, panel, 2, constant, 3, constant);
        Resemblance models = compare(field, panel, 0, files[0], 1, files[1]);

        assertThat(constants.residual()).isNull();
        assertThat(constants.maybeNearlyEqual()).as("equal, and nothing said").isFalse();
        assertThat(models.residual()).as("two others remain").isNull();
    }

    @Test
    void fewChangedCellsAreFoundWithoutAnyOtherTeam() {
        Field field = new Field(ROWS, 8);
        double[] file = field.model(0.1);
        double[] copy = file.clone();
        for (int i = 0; i < ROWS; i += 1500) {
            copy[i] = 0;
        }

        Resemblance pair = compare(field, field.panel(), 0, file, 1, copy);

        assertThat(pair.maybeNearlyEqual()).isTrue();
        assertThat(FullComparison.of(
                        new Values.Numbers(file), new Values.Numbers(copy), new Values.Numbers(field.truth)))
                .satisfies(exact -> {
                    assertThat(exact.changedRows()).isEqualTo(14);
                    assertThat(exact.agreement().equal()).isEqualTo(ROWS - 14);
                    assertThat(exact.agreement().nearlyEqual()).isTrue();
                });
    }

    @Test
    void imbalancedHardPredictionsAgreeWithoutBeingNearlyEqual() {
        Field field = new Field(ROWS, 9);
        double[] truth = Arrays.stream(field.normal(1)).map(x -> x > 3 ? 1 : 0).toArray();
        double[] rare = Arrays.stream(field.normal(1)).map(x -> x > 3.4 ? 1 : 0).toArray();
        double[] other =
                Arrays.stream(field.normal(1)).map(x -> x > 3.4 ? 1 : 0).toArray();

        Agreement agreement = Agreement.of(rare, other, truth);

        assertThat(agreement.equal()).isGreaterThan((int) (0.999 * ROWS));
        assertThat(agreement.informativeEqual()).isZero();
        assertThat(agreement.nearlyEqual()).isFalse();
    }

    @Test
    void theScreenLetsThroughWhatTheWholeSampleFindsAndLittleElse() {
        Field field = new Field(ROWS, 10);
        double[][] files = models(field, 40, 0.1);
        files[1] = Field.sum(files[0], field.normal(0.008));
        files[3] = Arrays.stream(files[2]).map(x -> 2 * x + 1).toArray();
        Panel panel = field.panel(Arrays.copyOf(files, Panel.MOST_TEAMS));
        Screening screening = new Screening(CellKind.NUMBERS, panel.typical());
        Screening.Subject[] subjects = Arrays.stream(files)
                .map(file -> Screen.of(CellKind.NUMBERS, field.cells(file)))
                .map(screen -> screening.subject(Screen.read(screen.bytes())))
                .toArray(Screening.Subject[]::new);

        long through = IntStream.range(0, files.length)
                .mapToLong(a -> IntStream.range(0, a)
                        .filter(b -> screening.alike(subjects[a], subjects[b]))
                        .count())
                .sum();

        assertThat(screening.alike(subjects[0], subjects[1])).isTrue();
        assertThat(screening.alike(subjects[2], subjects[3])).isTrue();
        assertThat(through).isEqualTo(2);
    }

    @Test
    void theScreenWorksWithoutAConsensus() {
        Field field = new Field(ROWS, 11);
        double[] file = field.model(0.1);
        double[] copy = file.clone();
        copy[17] = 0;
        Screening screening = new Screening(CellKind.NUMBERS, Optional.empty());

        assertThat(screening.alike(subject(screening, field, file), subject(screening, field, copy)))
                .isTrue();
        assertThat(screening.alike(subject(screening, field, file), subject(screening, field, field.model(0.1))))
                .isFalse();
    }

    private static Screening.Subject subject(Screening screening, Field field, double[] file) {
        return screening.subject(Screen.of(CellKind.NUMBERS, field.cells(file)));
    }

    private static double[][] models(Field field, int count, double error) {
        return IntStream.range(0, count).mapToObj(_ -> field.model(error)).toArray(double[][]::new);
    }

    private static Resemblance compare(Field field, Panel panel, int teamA, double[] a, int teamB, double[] b) {
        return panel.compare(field.voice(teamA, a), field.voice(teamB, b));
    }
}
