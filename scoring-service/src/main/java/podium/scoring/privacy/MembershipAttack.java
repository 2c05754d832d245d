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
 * is true of every release of true rows and no defect of this one, and it harms only where being in the data is a
 * secret (patients of a clinic, debtors). So it is always
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
    /** By class of equal rows: where its record begins in {@code records}; and how many rows are published with it. */
    private final int[] recordOfClass;

    private final int[] rowsOfClass;
    private final EquivalenceClasses classes;

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
        classes = EquivalenceClasses.of(rows, told);
        recordOfClass = new int[classes.count()];
        rowsOfClass = new int[classes.count()];
        records = records(told);
    }

    private int[] records(List<Column> told) {
        int[] records = new int[Math.multiplyExact(Math.min(classes.count(), published.cardinality()), told.size())];
        int count = 0;
        for (int row = published.nextSetBit(0); row >= 0; row = published.nextSetBit(row + 1)) {
            if (rowsOfClass[classes.classOf(row)]++ == 0) {
                recordOfClass[classes.classOf(row)] = count;
                for (Column column : told) {
                    records[count++] = column.code(row);
                }
            }
        }
        return Arrays.copyOf(records, count);
    }

    /**
     * Attacks. People in the release are held against people of the same kind who are not: drawn from the whole raw data, each
     * looked for as if the own row were not published. (Those who really are left out are few, and odd: that is why they are.)
     *
     * @param targets how many people in the release, and how many of the others; all where they are fewer
     * @param seed decides who
     */
    public Membership attack(int targets, long seed) {
        int[] inside = LinkageAttack.drawn(published.stream().toArray(), targets, new SplittableRandom(seed + 2));
        int[] outside =
                LinkageAttack.drawn(IntStream.range(0, rows).toArray(), targets, new SplittableRandom(seed + 3));
        return Membership.of(
                IntStream.of(inside).parallel().map(row -> nearest(row, -1)).toArray(),
                IntStream.of(outside).parallel().map(this::nearestOfOthers).toArray(),
                raw.size());
    }

    /** How many columns the nearest record of somebody else shares with a person. */
    private int nearestOfOthers(int person) {
        int ownClass = classes.classOf(person);
        boolean alone = published.get(person) && rowsOfClass[ownClass] == 1;
        return nearest(person, alone ? recordOfClass[ownClass] : -1);
    }

    /** Hot: all records for each person; one that has missed too often is left at once, and columns that miss most come first. */
    private int nearest(int person, int without) {
        int width = raw.size();
        BitSet[] fitting = new BitSet[width];
        Arrays.setAll(fitting, c -> standsFor.get(c)[raw.get(c).code(person)]);
        int fewest = width;
        for (int at = 0; at < records.length && fewest > 0; at += width) {
            int missed = at == without ? width : 0;
            for (int c = 0; c < width && missed < fewest; c++) {
                missed += fitting[c].get(records[at + c]) ? 0 : 1;
            }
            fewest = Math.min(fewest, missed);
        }
        return width - fewest;
    }
}
