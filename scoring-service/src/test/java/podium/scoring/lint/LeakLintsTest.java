package podium.scoring.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static podium.scoring.lint.LintResult.Outcome.BLOCKED;
import static podium.scoring.lint.LintResult.Outcome.NOT_APPLICABLE;
import static podium.scoring.lint.LintResult.Outcome.PASSED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Adult;
import podium.scoring.anonymization.Column;
import podium.scoring.stage.Progress;

/** Each lint with a table that trips it and one that does not. */
class LeakLintsTest {
    private static final int ROWS = 4_000;
    private static final int TRAIN = 2_800;

    private final Random random = new Random(11);
    private final int[] noise =
            IntStream.range(0, ROWS).map(_ -> random.nextInt(1_000)).toArray();
    private final Column hint = column("hint", row -> Integer.toString(noise[row] % 100));
    /** Goes with the hint, but not for certain. */
    private final Column label = column("label", row -> noise[row] % 100 + random.nextInt(100) > 100 ? "yes" : "no");

    private final int[] train = IntStream.range(0, TRAIN).toArray();
    private final int[] test = IntStream.range(TRAIN, ROWS).toArray();
    private final int[] ids = shuffled();

    @Test
    void anHonestTablePassesEverything() {
        List<LintResult> results = LeakLints.of(table(List.of(hint), List.of(hint)), 1, Progress.NONE);

        assertThat(results).hasSize(8).allSatisfy(result -> assertThat(result.outcome())
                .as("%s", result)
                .isNotEqualTo(BLOCKED));
        assertThat(results)
                .filteredOn(result -> result.outcome() == PASSED)
                .extracting(LintResult::id)
                .containsExactly(
                        "label-order",
                        "single-column",
                        "duplicate-rows",
                        "shared-groups",
                        "train-test",
                        "sample-submission");
    }

    @Test
    void theCensusPassesEverything() {
        Adult adult = Adult.read();
        int[] order = new Random(5)
                .ints(0, adult.rows())
                .distinct()
                .limit(adult.rows())
                .toArray();
        int cut = adult.rows() * 7 / 10;
        int[] rowIds = new int[adult.rows()];
        for (int i = 0; i < order.length; i++) {
            rowIds[order[i]] = (int) (i * 7919L % adult.rows());
        }
        LintedTable table = new LintedTable(
                adult.columns(),
                adult.columns(),
                adult.label(),
                false,
                IntStream.of(order).limit(cut).toArray(),
                IntStream.of(order).skip(cut).toArray(),
                rowIds,
                null,
                new double[adult.rows() - cut]);

        assertThat(LeakLints.of(table, 1, Progress.NONE)).noneMatch(result -> result.outcome() == BLOCKED);
    }

    @Test
    void labelsThatFollowThePlaceInTheFileAreALeak() {
        int[] sorted = IntStream.of(train)
                .boxed()
                .sorted((a, b) -> label.code(a) - label.code(b))
                .mapToInt(Integer::intValue)
                .toArray();
        LintedTable table = new LintedTable(
                List.of(hint), List.of(hint), label, false, sorted, test, ids, null, new double[test.length]);

        LintResult result = OrderLint.places(table);

        assertThat(result.outcome()).isEqualTo(BLOCKED);
        assertThat(result.message()).contains("the place in train.csv");
    }

    @Test
    void labelsThatFollowTheIdAreALeak() {
        int[] telling = ids.clone();
        for (int row : test) {
            telling[row] += label.value(row).equals("yes") ? 500 : 0;
        }
        LintedTable table = new LintedTable(
                List.of(hint), List.of(hint), label, false, train, test, telling, null, new double[test.length]);

        assertThat(OrderLint.places(table).message()).contains("the id in test.csv");
    }

    @Test
    void cellsThatAreEmptyForOneLabelAreALeakAndCellsThatAreEmptyByChanceAreNot() {
        Column telling = column("telling", row -> label.value(row).equals("yes") && row % 4 == 0 ? "" : "x");
        Column chance = column("chance", row -> noise[row] / 100 == row % 10 ? "" : "x");

        assertThat(OrderLint.missingness(table(List.of(hint, telling), List.of(hint)))
                        .outcome())
                .isEqualTo(BLOCKED);
        assertThat(OrderLint.missingness(table(List.of(hint, chance), List.of(hint)))
                        .outcome())
                .isEqualTo(PASSED);
        assertThat(OrderLint.missingness(table(List.of(hint), List.of(hint))).outcome())
                .isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void aColumnThatIsTheLabelInDisguiseIsALeak() {
        Column disguised = column("code", row -> (label.value(row).equals("yes") ? "A" : "B") + noise[row] % 7);
        Column unique = column("serial", row -> "n" + row);

        assertThat(new SingleColumnLint(table(List.of(hint, disguised), List.of(hint)), 1).check())
                .satisfies(result -> {
                    assertThat(result.outcome()).isEqualTo(BLOCKED);
                    assertThat(result.message()).contains("code").contains("AUC 1.0000");
                });
        // Values that occur once predict nothing, however well they fit.
        assertThat(new SingleColumnLint(table(List.of(hint, unique), List.of(hint)), 1)
                        .check()
                        .outcome())
                .isEqualTo(PASSED);
    }

    @Test
    void aColumnOfNumbersThatIsTheLabelInOtherUnitsIsALeak() {
        Column celsius = column("celsius", row -> Integer.toString(noise[row]));
        Column fahrenheit = column("fahrenheit", row -> Double.toString(32 + 1.8 * noise[row]));
        LintedTable table = new LintedTable(
                List.of(hint, fahrenheit),
                List.of(hint),
                celsius,
                true,
                train,
                test,
                ids,
                null,
                new double[test.length]);

        assertThat(new SingleColumnLint(table, 1).check().message())
                .contains("fahrenheit")
                .contains("R2 1.0000");
    }

    @Test
    void rowsThatWereCopiedAcrossTheSplitAreALeak() {
        // Every third test row is a training row again, label and all.
        IntFunction<Integer> from = row -> row >= TRAIN && row % 3 == 0 ? row - TRAIN : row;
        Column serial = column("reading", row -> "r" + from.apply(row));
        Column copied = column("label", row -> label.value(from.apply(row)));
        LintedTable table = new LintedTable(
                List.of(serial), List.of(serial), copied, false, train, test, ids, null, new double[test.length]);

        assertThat(DuplicateLint.rows(table).outcome()).isEqualTo(BLOCKED);
        assertThat(DuplicateLint.rows(table(List.of(hint), List.of(hint))).outcome())
                .as("few values collide by chance")
                .isEqualTo(PASSED);
    }

    @Test
    void householdsOnBothSidesAreALeakUnlessTheyAreDeclared() {
        Column household = column("household", row -> "h" + row % 1_000);
        Column rich = column("label", row -> noise[row % 1_000] < 400 ? "yes" : "no");
        Column stranger = column("stranger", _ -> "s" + random.nextInt(1_000));

        assertThat(DuplicateLint.groups(of(household, rich, null)).outcome()).isEqualTo(BLOCKED);
        assertThat(DuplicateLint.groups(of(household, rich, "household")).outcome())
                .isEqualTo(PASSED);
        assertThat(DuplicateLint.groups(of(stranger, label, null)).outcome()).isEqualTo(PASSED);
    }

    @Test
    void aColumnThatSaysWhichFileARowIsFromIsALeak() {
        Column batch = column("batch", row -> row < TRAIN ? "b" + noise[row] % 4 : "b" + (2 + noise[row] % 4));

        LintResult result = new SplitLint(table(List.of(hint, batch), List.of(hint)), 1).check();

        assertThat(result.outcome()).isEqualTo(BLOCKED);
        assertThat(result.figures().get("auc")).isGreaterThan(0.7);
        assertThat(new SplitLint(table(List.of(hint), List.of(hint)), 1).check().outcome())
                .isEqualTo(PASSED);
    }

    @Test
    void trainingRowsThatAreNotEarlierThanTestRowsAreALeak() {
        long[] times = IntStream.range(0, ROWS).asLongStream().toArray();

        assertThat(TimeLint.check(times, train, test).outcome()).isEqualTo(PASSED);
        times[5] = TRAIN;
        assertThat(TimeLint.check(times, train, test).message())
                .isEqualTo("1 training rows are not earlier than the first test row.");
        assertThat(TimeLint.check(null, train, test).outcome()).isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void aSampleSubmissionThatKnowsSomethingIsALeak() {
        double[] truth = IntStream.of(test)
                .mapToDouble(row -> label.value(row).equals("yes") ? 1 : 0)
                .toArray();
        double[] knowing = truth.clone();
        for (int i = 0; i < knowing.length; i++) {
            knowing[i] += random.nextGaussian();
        }

        assertThat(SampleLint.check(knowing, new double[][] {truth}).outcome()).isEqualTo(BLOCKED);
        assertThat(SampleLint.check(new double[truth.length], new double[][] {truth})
                        .outcome())
                .isEqualTo(PASSED);
    }

    @Test
    void containersCarryNothing() throws IOException {
        byte[] csv = "id,y\n1,2\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv);
        }
        byte[] clean = packed.toByteArray();
        byte[] dated = clean.clone();
        dated[5] = 1;
        byte[] named = clean.clone();
        named[3] = 8;
        byte[] parquet = "PAR1........PAR1".getBytes(StandardCharsets.US_ASCII);
        byte[] skipped = {0x5A, 0x2A, 0x4D, 0x18, 4, 0, 0, 0};

        assertThat(List.of(check(csv), check(clean))).containsOnly(PASSED);
        assertThat(List.of(check(dated), check(named), check(parquet), check(skipped)))
                .containsOnly(BLOCKED);
    }

    private static LintResult.Outcome check(byte[] bytes) {
        return ContainerLint.check("x", bytes, bytes).outcome();
    }

    private LintedTable table(List<Column> published, List<Column> raw) {
        return new LintedTable(published, raw, label, false, train, test, ids, null, new double[test.length]);
    }

    private LintedTable of(Column dropped, Column labels, @Nullable String group) {
        return new LintedTable(
                List.of(hint), List.of(hint, dropped), labels, false, train, test, ids, group, new double[test.length]);
    }

    private int[] shuffled() {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
        Collections.shuffle(numbers, random);
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Column column(String name, IntFunction<String> value) {
        return Column.of(name, IntStream.range(0, ROWS).mapToObj(value).toList());
    }
}
