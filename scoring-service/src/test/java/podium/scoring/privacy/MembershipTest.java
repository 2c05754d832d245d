package podium.scoring.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.scoring.anonymization.Column;

class MembershipTest {
    private static final int ROWS = 1_000;

    private final BitSet half = half();

    /** Numbers 3, 2, 2 inside and 1, 2 outside: of six pairs four are right and two are ties. */
    @Test
    void aucAndAdvantageAreAsByHand() {
        Membership membership = Membership.of(new int[] {3, 2, 2}, new int[] {1, 2}, 4);

        assertThat(membership.auc()).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(membership.advantage()).as("from 2 on: 3 of 3 less 1 of 2").isCloseTo(0.5, within(1e-12));
    }

    /** By hand: A = .893, 58 normal and 51 abnormal images (Hanley and McNeil's example): a standard error of .032. */
    @Test
    void theLimitHasTheStandardErrorOfThePaper() {
        assertThat((Membership.upper95(0.893, 51, 58) - 0.893) / 1.645).isCloseTo(0.032, within(0.001));
        assertThat(Membership.upper95(0.5, 1_000, 1_000)).isCloseTo(0.521, within(0.0005));
        assertThat(Membership.upper95(1, 1_000, 1_000)).isEqualTo(1);
    }

    /** Everybody of the raw data is in, but not everybody in the world: rows as they are tell who, rows that all look alike do not. */
    @Test
    void whereEverybodyIsInOthersAreThoseWithoutTheirOwnRow() {
        BitSet all = new BitSet();
        all.set(0, ROWS);
        Column coarse = column("age", row -> row % 4);

        Membership rows = new MembershipAttack(ROWS, numbers(), numbers(), all).attack(100, 1);
        Membership alike = new MembershipAttack(ROWS, List.of(coarse), List.of(coarse), all).attack(100, 1);

        assertThat(rows.others()).isEqualTo(100);
        assertThat(rows.auc()).isGreaterThan(0.95);
        assertThat(alike.auc()).isEqualTo(0.5);
        assertThat(alike.reason(Membership.LIMIT)).isEmpty();
    }

    @Test
    void rowsAsTheyAreTellWhoIsInAndAreRefusedWhereThatIsSensitive() {
        Membership membership = new MembershipAttack(ROWS, numbers(), numbers(), half).attack(300, 1);

        assertThat(membership.auc()).isGreaterThan(0.99);
        assertThat(membership.advantage()).isGreaterThan(0.99);
        assertThat(membership.reason(Membership.LIMIT)).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo("membership-told");
            assertThat(reason.message()).contains("300 people inside and 300 outside", "the bound is 60.0 %");
        });
    }

    /** Quasi-identifiers are coarse, but one feature is published as it is and nearly nobody shares it. */
    @Test
    void aFeatureTellsWhatCoarseQuasiIdentifiersDoNot() {
        Column coarse = column("age", row -> row % 4);
        Column telling = column("income", row -> row * 7);

        assertThat(new MembershipAttack(ROWS, List.of(coarse), List.of(coarse), half)
                        .attack(300, 1)
                        .reason(Membership.LIMIT))
                .isEmpty();
        assertThat(new MembershipAttack(ROWS, List.of(coarse, telling), List.of(coarse, telling), half)
                        .attack(300, 1)
                        .reason(Membership.LIMIT))
                .isPresent();
    }

    /** By text, record by record, without codes and short cuts. */
    @Test
    void itIsWhatComparingEverybodyWithEveryRecordGives() {
        List<Column> raw = numbers();
        List<Column> released = List.of(
                raw.get(0).map(value -> Integer.toString(Integer.parseInt(value) / 3)),
                raw.get(1).map(value -> Integer.toString(Integer.parseInt(value) / 2)),
                raw.get(2));

        Membership membership = new MembershipAttack(ROWS, raw, released, half).attack(ROWS, 5);

        int[] inside =
                half.stream().map(person -> nearest(released, person, -1)).toArray();
        int[] outside = IntStream.range(0, ROWS)
                .map(person -> nearest(released, person, person))
                .toArray();
        double better = 0;
        for (int in : inside) {
            better += Arrays.stream(outside)
                    .mapToDouble(out -> in > out ? 1 : in == out ? 0.5 : 0)
                    .sum();
        }
        assertThat(membership.members()).isEqualTo(inside.length);
        assertThat(membership.others()).isEqualTo(outside.length);
        assertThat(membership.auc()).isCloseTo(better / inside.length / outside.length, within(1e-12));
        assertThat(membership.advantage())
                .isCloseTo(
                        IntStream.rangeClosed(0, 4)
                                .mapToDouble(t -> (double) Arrays.stream(inside)
                                                        .filter(n -> n >= t)
                                                        .count()
                                                / inside.length
                                        - (double) Arrays.stream(outside)
                                                        .filter(n -> n >= t)
                                                        .count()
                                                / outside.length)
                                .max()
                                .orElseThrow(),
                        within(1e-12));
    }

    private int nearest(List<Column> released, int person, int without) {
        return half.stream()
                .filter(row -> row != without)
                .map(row -> (int) IntStream.range(0, 3)
                        .filter(c -> released.get(c)
                                .value(row)
                                .equals(released.get(c).value(person)))
                        .count())
                .max()
                .orElseThrow();
    }

    private static BitSet half() {
        Random random = new Random(4);
        BitSet half = new BitSet();
        IntStream.range(0, ROWS).filter(_ -> random.nextBoolean()).forEach(half::set);
        return half;
    }

    private static List<Column> numbers() {
        Random random = new Random(9);
        return List.of(
                column("a", _ -> random.nextInt(40)),
                column("b", _ -> random.nextInt(60)),
                column("c", _ -> random.nextInt(50)));
    }

    private static Column column(String name, IntUnaryOperator value) {
        return Column.of(
                name,
                IntStream.range(0, ROWS)
                        .mapToObj(row -> Integer.toString(value.applyAsInt(row)))
                        .toList());
    }
}
