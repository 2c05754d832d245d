package podium.scoring.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Column;
import podium.scoring.stage.Progress;

class ReleaseJoinTest {
    private static final int ROWS = 2_000;

    private final Column person = column("person", ROWS, row -> "p" + row);
    private final BitSet everybody = all(0, ROWS);

    /** Tens in the one, other tens in the other: what is published in both as it is tells them apart. */
    @Test
    void companyInEachOfTwoReleasesIsNoCompanyInBoth() {
        Column tens = column("person", ROWS, row -> "t" + row / 10);
        Column others = column("person", ROWS, row -> "o" + row % 200);
        Column height = column("height", ROWS, row -> Integer.toString(row * 7919 % ROWS));
        ReleasedTable now = table(tens, List.of(height), null, everybody);
        ReleasedTable earlier = table(others, List.of(height), null, everybody);

        GateCell cell = cell(now, earlier);

        assertThat(new LinkageAttack(ROWS, List.of(person), List.of(tens), everybody)
                        .cells(1_000, 1, Progress.NONE)
                        .getFirst()
                        .members()
                        .hits())
                .isBetween(55, 147);
        assertThat(cell.members()).isEqualTo(new Hits(1_000, 1_000, 1));
        assertThat(cell.words()).isEqualTo("1 of 1 quasi-identifiers, and has the release of contest before");
    }

    @Test
    void whatTheyDoNotShareTellsNothing() {
        Column tens = column("person", ROWS, row -> "t" + row / 10);
        Column others = column("person", ROWS, row -> "o" + row % 200);
        ReleasedTable now = table(tens, List.of(column("height", ROWS, Integer::toString)), null, everybody);
        ReleasedTable earlier = table(others, List.of(column("weight", ROWS, Integer::toString)), null, everybody);

        assertThat(cell(now, earlier).members().hits()).isBetween(55, 147);
    }

    @Test
    void whoWasNotInTheEarlierReleaseKeepsHisCompany() {
        Column tens = column("person", ROWS, row -> "t" + row / 10);
        Column others = column("person", ROWS, row -> "o" + row % 200);
        Column height = column("height", ROWS, row -> Integer.toString(row * 7919 % ROWS));
        ReleasedTable now = table(tens, List.of(height), null, everybody);
        ReleasedTable earlier = table(others, List.of(height), null, all(0, ROWS / 2));

        assertThat(cell(now, earlier).members().top1()).isCloseTo(0.55, within(0.06));
    }

    @Test
    void theLabelOfTrainingRowsIsComparedWhereItIsPublished() {
        Column tens = column("person", ROWS, row -> "t" + row / 10);
        Column others = column("person", ROWS, row -> "o" + (row / 1000 * 100 + row % 100));
        Column label = column("score", ROWS, Integer::toString);
        BitSet train = all(0, ROWS / 2);
        ReleasedTable now =
                new ReleasedTable(ROWS, List.of(person), List.of(tens), List.of(), label, everybody, new BitSet());
        ReleasedTable earlier =
                new ReleasedTable(ROWS, List.of(person), List.of(others), List.of(), label, train, all(ROWS / 2, ROWS));

        // Half of the people are training rows of both; of the others no label was published before.
        assertThat(cell(now, earlier).members().top1()).isCloseTo(0.55, within(0.06));
    }

    @Test
    void labelsOfDifferentTasksAreNotHeldAgainstEachOther() {
        Column tens = column("person", ROWS, row -> "t" + row / 10);
        Column others = column("person", ROWS, row -> "o" + row % 200);
        Column height = column("height", ROWS, row -> Integer.toString(row * 7919 % ROWS));
        Column ill = column("ill", ROWS, row -> row % 2 == 0 ? "yes" : "no");
        Column rich = column("rich", ROWS, row -> row % 3 == 0 ? "yes" : "no");

        GateCell cell =
                cell(table(tens, List.of(height), ill, everybody), table(others, List.of(height), rich, everybody));

        assertThat(cell.members().top1()).isEqualTo(1);
    }

    /** An earlier release whose keys are destroyed: nobody knows whose rows are whose, but they can still be compared. */
    @Test
    void withoutTheEarlierRawDataAllItsRowsAreCompared() {
        Column tens = column("person", ROWS, row -> "t" + row / 10);
        Column height = column("height", ROWS, row -> Integer.toString(row * 7919 % ROWS));
        ReleasedTable now = table(tens, List.of(height), null, everybody);
        Column published = column("height", ROWS / 10, row -> Integer.toString(row * 10 * 7919 % ROWS));
        ReleasedTable earlier = new ReleasedTable(
                ROWS / 10, List.of(), List.of(), List.of(published), null, all(0, ROWS / 10), new BitSet());

        // One of ten who look the same was published before, and is taken for each of them.
        assertThat(cell(now, earlier).members().top1()).isCloseTo(0.1, within(0.04));
        assertThat(cell(now, earlier).figures().get("medianCandidates")).isEqualTo(1.0);
    }

    @Test
    void findsWhatAComparisonOfAllPairsOfRowsFinds() {
        Random random = new Random(3);
        int rows = 300;
        Column age = column("age", rows, _ -> Integer.toString(random.nextInt(40)));
        Column place = column("place", rows, _ -> "z" + random.nextInt(12));
        Column blood = column("blood", rows, _ -> "b" + random.nextInt(6));
        Column label = column("ill", rows, _ -> random.nextBoolean() ? "yes" : "no");
        BitSet train = random(random, rows, 0.6);
        BitSet trainBefore = random(random, rows, 0.4);
        ReleasedTable now = new ReleasedTable(
                rows,
                List.of(age, place),
                List.of(age.map(v -> "" + Integer.parseInt(v) / 10), place.map(v -> v.substring(0, 2))),
                List.of(blood),
                label,
                train,
                without(random(random, rows, 0.5), train));
        ReleasedTable earlier = new ReleasedTable(
                rows,
                List.of(place, age),
                List.of(place.map(_ -> "*"), age.map(v -> "" + (Integer.parseInt(v) + 5) / 10)),
                List.of(blood),
                label,
                trainBefore,
                without(random(random, rows, 0.5), trainBefore));

        double expected = 0;
        int members = 0;
        for (int target = 0; target < rows; target++) {
            if (now.train().get(target) || now.test().get(target)) {
                members++;
                Set<Integer> agreeing = pairs(now, earlier, target);
                expected += agreeing.contains(target) ? 1.0 / agreeing.size() : 0;
            }
        }
        double found = 0;
        int tries = 40;
        for (int seed = 0; seed < tries; seed++) {
            Hits hits = new ReleaseJoin(now, earlier, "before")
                    .cells(rows, seed, Progress.NONE)
                    .getFirst()
                    .members();
            assertThat(hits.targets()).isEqualTo(members);
            found += hits.hits();
        }

        double mean = found / tries;
        assertThat(mean).isCloseTo(expected, within(5 * Math.sqrt(expected / tries)));
    }

    /** The rows that remain for somebody who knows age and place, written down as simply as possible. */
    private static Set<Integer> pairs(ReleasedTable now, ReleasedTable earlier, int target) {
        String age = now.raw().get(0).value(target);
        String place = now.raw().get(1).value(target);
        Set<Integer> fitting = new HashSet<>();
        Set<Integer> agreeing = new HashSet<>();
        for (int row = 0; row < now.rows(); row++) {
            boolean in = now.train().get(row) || now.test().get(row);
            if (!in
                    || !now.released().get(0).value(row).equals("" + Integer.parseInt(age) / 10)
                    || !now.released().get(1).value(row).equals(place.substring(0, 2))) {
                continue;
            }
            fitting.add(row);
            for (int other = 0; other < earlier.rows(); other++) {
                boolean was = earlier.train().get(other) || earlier.test().get(other);
                boolean fits = earlier.released().get(1).value(other).equals("" + (Integer.parseInt(age) + 5) / 10);
                boolean bothLabelled = now.train().get(row) && earlier.train().get(other);
                boolean same = now.features()
                        .getFirst()
                        .value(row)
                        .equals(earlier.features().getFirst().value(other));
                if (was && fits && same && (!bothLabelled || label(now, row).equals(label(earlier, other)))) {
                    agreeing.add(row);
                }
            }
        }
        return agreeing.isEmpty() ? fitting : agreeing;
    }

    private static String label(ReleasedTable table, int row) {
        Column label = table.label();
        return label == null ? "" : label.value(row);
    }

    private static GateCell cell(ReleasedTable now, ReleasedTable earlier) {
        return new ReleaseJoin(now, earlier, "before")
                .cells(1_000, 1, Progress.NONE)
                .getFirst();
    }

    private ReleasedTable table(Column released, List<Column> features, @Nullable Column label, BitSet train) {
        return new ReleasedTable(ROWS, List.of(person), List.of(released), features, label, train, new BitSet());
    }

    private static Column column(String name, int rows, IntFunction<String> value) {
        List<String> values = new ArrayList<>();
        IntStream.range(0, rows).forEach(row -> values.add(value.apply(row)));
        return Column.of(name, values);
    }

    private static BitSet all(int from, int to) {
        BitSet all = new BitSet();
        all.set(from, to);
        return all;
    }

    private static BitSet random(Random random, int rows, double share) {
        BitSet chosen = new BitSet();
        IntStream.range(0, rows).filter(_ -> random.nextDouble() < share).forEach(chosen::set);
        return chosen;
    }

    private static BitSet without(BitSet rows, BitSet others) {
        rows.andNot(others);
        return rows;
    }
}
