package podium.scoring.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import podium.scoring.anonymization.Column;
import podium.scoring.anonymization.EquivalenceClasses;

/**
 * Membership by nearest record: how well somebody who has a person's whole raw record, features included, tells whether the person is
 * in the release. He codes the record as the release does, takes the published row that shares most columns with it, and says
 * "inside" the surer the more they share (distance to the closest record, as in Hilprecht et al., <i>Monte Carlo and
 * Reconstruction Membership Inference Attacks against Generative Models</i>, PoPETs 2019). A published value fits a raw one if some
 * row has the one for the other, as in {@link LinkageAttack}; values are equal or not, however near numbers are.
 *
 * <p><b>What it means.</b> Where rows are published with features as they are, it finds everybody: the row is there or it is not. That
 * is true of every release of a sample of true rows and no defect of this one, and it harms only where being in the data is a
 * secret (patients of a clinic, debtors), and only if not everybody the adversary knows of is in it. So it is always
 * reported, and refuses only where the plan declares that membership is sensitive: then {@link Membership#reason} with
 * {@link Membership#LIMIT}.
 */
public final class MembershipAttack {
    private final List<Column> raw;
    private final BitSet published;
    private final int rows;
    /** By column, the ones with most values first: which published codes stand for a raw code. */
    private final List<BitSet[]> standsFor = new ArrayList<>();
    /** The published codes of each distinct published row, row by row. */
    private final int[] records;

    /**
     * @param rows how many raw rows
     * @param raw the columns that are published, as they are in the raw data: quasi-identifiers, features, sensitive ones
     * @param released the same as they are published, by raw row; a row that is not published has what it would have
     * @param published the rows that are published, training and test rows
     */
    public MembershipAttack(int rows, List<Column> raw, List<Column> released, BitSet published) {
        if (raw.size() != released.size()) {
            throw new IllegalArgumentException("Each column that is published has a raw one");
        }
        int[] order = IntStream.range(0, raw.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer c) -> -released.get(c).values().size()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.rows = rows;
        this.raw = IntStream.of(order).mapToObj(raw::get).toList();
        this.published = (BitSet) published.clone();
        List<Column> told = IntStream.of(order).mapToObj(released::get).toList();
        for (int c = 0; c < told.size(); c++) {
            BitSet[] codes = new BitSet[this.raw.get(c).values().size()];
            Arrays.setAll(codes, _ -> new BitSet());
            for (int row = 0; row < rows; row++) {
                codes[this.raw.get(c).code(row)].set(told.get(c).code(row));
            }
            standsFor.add(codes);
        }
        records = records(rows, told, published);
    }

    private static int[] records(int rows, List<Column> told, BitSet published) {
        EquivalenceClasses classes = EquivalenceClasses.of(rows, told);
        BitSet seen = new BitSet(classes.count());
        int[] records = new int[Math.multiplyExact(Math.min(classes.count(), published.cardinality()), told.size())];
        int count = 0;
        for (int row = published.nextSetBit(0); row >= 0; row = published.nextSetBit(row + 1)) {
            if (!seen.get(classes.classOf(row))) {
                seen.set(classes.classOf(row));
                for (Column column : told) {
                    records[count++] = column.code(row);
                }
            }
        }
        return Arrays.copyOf(records, count);
    }

    /**
     * Attacks.
     *
     * @param targets how many people in the release, and how many who are not; all where they are fewer
     * @param seed decides who
     */
    public Membership attack(int targets, long seed) {
        int[] inside = drawn(published.stream().toArray(), targets, new SplittableRandom(seed + 2));
        int[] outside = drawn(
                IntStream.range(0, rows).filter(row -> !published.get(row)).toArray(),
                targets,
                new SplittableRandom(seed + 3));
        return Membership.of(shared(inside), shared(outside), raw.size());
    }

    /** How many columns each person's nearest record shares with the person. */
    private int[] shared(int[] people) {
        return IntStream.of(people).parallel().map(this::nearest).toArray();
    }

    /** Hot: all records for each person; one that has missed too often is left at once, and columns that miss most come first. */
    private int nearest(int person) {
        int width = raw.size();
        BitSet[] fitting = new BitSet[width];
        Arrays.setAll(fitting, c -> standsFor.get(c)[raw.get(c).code(person)]);
        int fewest = width;
        for (int at = 0; at < records.length && fewest > 0; at += width) {
            int missed = 0;
            for (int c = 0; c < width && missed < fewest; c++) {
                missed += fitting[c].get(records[at + c]) ? 0 : 1;
            }
            fewest = Math.min(fewest, missed);
        }
        return width - fewest;
    }

    private static int[] drawn(int[] from, int count, SplittableRandom random) {
        int[] all = from.clone();
        int drawn = Math.min(count, all.length);
        for (int i = 0; i < drawn; i++) {
            int j = i + random.nextInt(all.length - i);
            int moved = all[i];
            all[i] = all[j];
            all[j] = moved;
        }
        return Arrays.copyOf(all, drawn);
    }
}
