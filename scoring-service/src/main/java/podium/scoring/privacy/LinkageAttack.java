package podium.scoring.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import podium.scoring.anonymization.Column;
import podium.scoring.attack.ClopperPearson;
import podium.scoring.stage.Progress;

/**
 * Links people to rows of a published table by their quasi-identifiers: what a neighbour or an employer knows. The adversary knows
 * all of them or half, none or a quarter of those wrong (somebody else's value), generalizes them as the release did, and picks one
 * of the rows that fit; where none fits, one of those that fit best.
 *
 * <p>A published value fits a raw one if some row was generalized from the one to the other. That is the recipe as far as the data
 * show it, whichever way it was made.
 */
public final class LinkageAttack {
    /** The attack's name in reports. */
    public static final String NAME = "linkage";

    private final List<Column> raw;
    private final BitSet published;
    private final int rows;
    private final ClassMatch match;

    /**
     * @param raw the quasi-identifiers as they are in the raw data
     * @param released the same as they are published, by raw row; what stands in rows that are not published does not count
     * @param published the rows that are published, training and test rows
     */
    public LinkageAttack(int rows, List<Column> raw, List<Column> released, BitSet published) {
        this.raw = List.copyOf(raw);
        this.published = (BitSet) published.clone();
        this.rows = rows;
        match = new ClassMatch(rows, raw, released, published);
    }

    /**
     * Attacks with each kind of knowledge.
     *
     * @param targets how many people, over the population and given membership; all where they are fewer
     * @param seed decides who, and with which knowledge
     */
    public List<GateCell> cells(int targets, long seed, Progress progress) {
        progress.begin("attack", 4);
        int[] population = drawn(IntStream.range(0, rows).toArray(), targets, new SplittableRandom(seed));
        int[] members = drawn(published.stream().toArray(), targets, new SplittableRandom(seed + 1));
        List<GateCell> cells = new ArrayList<>();
        for (boolean half : new boolean[] {false, true}) {
            for (boolean wrong : new boolean[] {false, true}) {
                int known = half ? (raw.size() + 1) / 2 : raw.size();
                int mistaken = wrong ? known / 4 : 0;
                if (known > 0 && (!wrong || mistaken > 0) && (!half || known < raw.size())) {
                    cells.add(cell(known, mistaken, population, members, seed));
                }
                progress.advance(1);
            }
        }
        return cells;
    }

    private GateCell cell(int known, int wrong, int[] population, int[] members, long seed) {
        String words =
                known + " of " + raw.size() + " quasi-identifiers" + (wrong == 0 ? "" : ", " + wrong + " wrongly");
        return new GateCell(
                NAME,
                words,
                Map.of("known", known, "wrong", wrong),
                hits(population, known, wrong, seed * 31 + 7),
                hits(members, known, wrong, seed * 31 + 8),
                Map.of("medianCandidates", medianCandidates(members, known, wrong, seed * 31 + 8)));
    }

    private Hits hits(int[] targets, int known, int wrong, long seed) {
        int hits = 0;
        for (int i = 0; i < targets.length; i++) {
            SplittableRandom random = new SplittableRandom(seed + i * 0x9E3779B97F4A7C15L);
            ClassMatch.Fit fit = fit(targets[i], known, wrong, random);
            boolean among = published.get(targets[i]) && fit.classes().get(match.classOf(targets[i]));
            // He picks one of the rows that fit, each as likely.
            hits += among && random.nextInt(fit.rows()) == 0 ? 1 : 0;
        }
        return new Hits(hits, targets.length, ClopperPearson.upper95(hits, targets.length));
    }

    private double medianCandidates(int[] targets, int known, int wrong, long seed) {
        int[] counts = new int[Math.min(targets.length, 100)];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = fit(targets[i], known, wrong, new SplittableRandom(seed + i * 0x9E3779B97F4A7C15L))
                    .rows();
        }
        Arrays.sort(counts);
        return counts.length == 0 ? 0 : counts[counts.length / 2];
    }

    /** The classes that fit what is known of a target, or that fit best. */
    private ClassMatch.Fit fit(int target, int known, int wrong, SplittableRandom random) {
        int[] which = drawn(IntStream.range(0, raw.size()).toArray(), known, random);
        int[] values = new int[known];
        for (int i = 0; i < known; i++) {
            int row = i < wrong ? random.nextInt(rows) : target;
            values[i] = raw.get(which[i]).code(row);
        }
        return match.fit(which, values);
    }

    /** So many of them at random, in a random order; all where they are fewer. */
    static int[] drawn(int[] from, int count, SplittableRandom random) {
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
