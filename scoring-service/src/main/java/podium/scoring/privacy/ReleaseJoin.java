package podium.scoring.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import podium.scoring.anonymization.Column;
import podium.scoring.attack.ClopperPearson;
import podium.scoring.stage.Progress;

/**
 * The linkage attack by somebody who also has an earlier release about the same people (the composition attack of Ganta,
 * Kasiviswanathan and Smith, "Composition attacks and auxiliary information in data privacy", KDD 2008). Each release alone gives
 * everybody company. But of the rows that fit a person in the one, only those remain that agree, in all that both publish as it is,
 * with some row that fits the same person in the other. Where none agrees, the person was not in both, and the attacker is where he
 * was.
 *
 * <p>The label of training rows is compared where both are training rows and have the same label. A value that the earlier
 * release has never seen, such as one that is coded otherwise there, is not compared.
 */
public final class ReleaseJoin {
    /** The attack's name in reports. */
    public static final String NAME = "release-join";

    private final ReleasedTable now;
    private final ReleasedTable earlier;
    private final String name;
    private final ClassMatch match;
    private final ClassMatch before;
    private final BitSet published;
    /** By quasi-identifier of the one and its raw code, the raw code in the other: -1 where it has no such value. */
    private final int[][] codeBefore;

    private final int[] quasiBefore;
    private final int[] key;
    private final int[] labelled;
    private final int[] keyBefore;
    private final int[] labelledBefore;
    private final int[][] rowsOfClass;
    private final int[][] rowsOfClassBefore;

    /**
     * @param now what is to be published
     * @param earlier what was published before
     * @param name the earlier one's name, for the report
     */
    public ReleaseJoin(ReleasedTable now, ReleasedTable earlier, String name) {
        this.now = now;
        this.earlier = earlier;
        this.name = name;
        published = now.published();
        match = new ClassMatch(now.rows(), now.raw(), now.released(), published);
        before = new ClassMatch(earlier.rows(), earlier.raw(), earlier.released(), earlier.published());
        quasiBefore = now.raw().stream()
                .mapToInt(column -> index(earlier.raw(), column.name()))
                .toArray();
        codeBefore = new int[now.raw().size()][];
        for (int q = 0; q < codeBefore.length; q++) {
            codeBefore[q] = quasiBefore[q] < 0
                    ? new int[0]
                    : translation(now.raw().get(q), earlier.raw().get(quasiBefore[q]));
        }
        Column label = now.label();
        Column labelBefore = earlier.label();
        boolean sameLabel = label != null && labelBefore != null && label.name().equals(labelBefore.name());
        Keys keys = new Keys(shared(), sameLabel);
        key = keys.of(now);
        keyBefore = keys.of(earlier);
        labelled = keys.labelled(now, key);
        labelledBefore = keys.labelled(earlier, keyBefore);
        rowsOfClass = rowsOfClass(match, published);
        rowsOfClassBefore = rowsOfClass(before, earlier.published());
    }

    /** The columns that both publish as they are. */
    public List<String> shared() {
        return now.features().stream()
                .map(Column::name)
                .filter(column -> index(earlier.features(), column) >= 0)
                .toList();
    }

    /**
     * Attacks with all quasi-identifiers, and with half of them.
     *
     * @param targets how many people, over the population and given membership; all where they are fewer
     * @param seed decides who, and with which knowledge
     */
    public List<GateCell> cells(int targets, long seed, Progress progress) {
        progress.begin(NAME, 2);
        int[] population =
                LinkageAttack.drawn(IntStream.range(0, now.rows()).toArray(), targets, new SplittableRandom(seed));
        int[] members = LinkageAttack.drawn(published.stream().toArray(), targets, new SplittableRandom(seed + 1));
        List<GateCell> cells = new ArrayList<>();
        for (int known : IntStream.of(now.raw().size(), (now.raw().size() + 1) / 2)
                .distinct()
                .toArray()) {
            Outcome whole = hits(population, known, seed * 31 + 7);
            Outcome inside = hits(members, known, seed * 31 + 8);
            cells.add(new GateCell(
                    NAME,
                    known + " of " + now.raw().size() + " quasi-identifiers, and has the release of contest " + name,
                    Map.of("known", known, "wrong", 0, "earlier", name),
                    whole.hits,
                    inside.hits,
                    Map.of("medianCandidates", inside.medianCandidates)));
            progress.advance(1);
        }
        return cells;
    }

    private Outcome hits(int[] targets, int known, long seed) {
        int hits = 0;
        int[] candidates = new int[targets.length];
        for (int i = 0; i < targets.length; i++) {
            SplittableRandom random = new SplittableRandom(seed + i * 0x9E3779B97F4A7C15L);
            int[] which =
                    LinkageAttack.drawn(IntStream.range(0, now.raw().size()).toArray(), known, random);
            Candidates found = candidates(targets[i], which);
            candidates[i] = found.count;
            hits += found.target && random.nextInt(found.count) == 0 ? 1 : 0;
        }
        Arrays.sort(candidates);
        return new Outcome(
                new Hits(hits, targets.length, ClopperPearson.upper95(hits, targets.length)),
                candidates.length == 0 ? 0 : candidates[candidates.length / 2]);
    }

    /** The rows that fit a target and agree with a row that fits him in the earlier release. */
    private Candidates candidates(int target, int[] which) {
        int[] values =
                IntStream.of(which).map(q -> now.raw().get(q).code(target)).toArray();
        BitSet fitting = match.fit(which, values).classes();
        Agreement agreement = agreement(which, values);
        int agreeing = 0;
        int all = 0;
        boolean targetAgrees = false;
        for (int c = fitting.nextSetBit(0); c >= 0; c = fitting.nextSetBit(c + 1)) {
            for (int row : rowsOfClass[c]) {
                boolean agrees = agreement.with(key[row], labelled[row]);
                agreeing += agrees ? 1 : 0;
                targetAgrees |= agrees && row == target;
                all++;
            }
        }
        boolean targetFits = published.get(target) && fitting.get(match.classOf(target));
        return agreeing > 0 ? new Candidates(agreeing, targetAgrees) : new Candidates(Math.max(1, all), targetFits);
    }

    /** What the rows of the earlier release look like that fit a target. */
    private Agreement agreement(int[] which, int[] values) {
        int[] known = IntStream.range(0, which.length)
                .filter(i -> quasiBefore[which[i]] >= 0 && codeBefore[which[i]][values[i]] >= 0)
                .toArray();
        BitSet fitting = before.fit(
                        IntStream.of(known).map(i -> quasiBefore[which[i]]).toArray(),
                        IntStream.of(known)
                                .map(i -> codeBefore[which[i]][values[i]])
                                .toArray())
                .classes();
        Agreement agreement = new Agreement(new BitSet(), new BitSet(), new BitSet());
        for (int c = fitting.nextSetBit(0); c >= 0; c = fitting.nextSetBit(c + 1)) {
            for (int row : rowsOfClassBefore[c]) {
                agreement.all.set(keyBefore[row]);
                (labelledBefore[row] < 0 ? agreement.unlabelled : agreement.labelled)
                        .set(labelledBefore[row] < 0 ? keyBefore[row] : labelledBefore[row]);
            }
        }
        return agreement;
    }

    private static int[][] rowsOfClass(ClassMatch match, BitSet rows) {
        int[] counts = new int[match.classes()];
        rows.stream().forEach(row -> counts[match.classOf(row)]++);
        int[][] of = new int[counts.length][];
        Arrays.setAll(of, c -> new int[counts[c]]);
        rows.stream().forEach(row -> of[match.classOf(row)][--counts[match.classOf(row)]] = row);
        return of;
    }

    private static int[] translation(Column from, Column to) {
        Map<String, Integer> codes = new HashMap<>();
        for (int code = 0; code < to.values().size(); code++) {
            codes.put(to.values().get(code), code);
        }
        return from.values().stream()
                .mapToInt(value -> codes.getOrDefault(value, -1))
                .toArray();
    }

    private static int index(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private record Outcome(Hits hits, double medianCandidates) {}

    private record Candidates(int count, boolean target) {}

    /**
     * How rows of the earlier release look.
     *
     * @param all all of them, without labels
     * @param unlabelled those whose label is not published
     * @param labelled those whose label is published, with it
     */
    private record Agreement(BitSet all, BitSet unlabelled, BitSet labelled) {
        boolean with(int key, int withLabel) {
            return withLabel < 0 ? all.get(key) : unlabelled.get(key) || labelled.get(withLabel);
        }
    }

    /** Numbers rows by what both releases publish of them as it is: equal numbers, equal values. */
    private static final class Keys {
        private final List<String> columns;
        private final boolean sameLabel;
        private final Map<List<Object>, Integer> numbers = new HashMap<>();
        private final Map<List<Object>, Integer> labelledNumbers = new HashMap<>();

        Keys(List<String> columns, boolean sameLabel) {
            this.columns = columns;
            this.sameLabel = sameLabel;
        }

        int[] of(ReleasedTable table) {
            List<Column> shared = columns.stream()
                    .map(column -> table.features().get(index(table.features(), column)))
                    .toList();
            return IntStream.range(0, table.rows())
                    .map(row -> number(
                            numbers,
                            shared.stream()
                                    .map(column -> (Object) column.value(row))
                                    .toList()))
                    .toArray();
        }

        /** The same with the label; -1 where none is published, and for all rows if the other release has another label. */
        int[] labelled(ReleasedTable table, int[] keys) {
            @Nullable Column label = table.label();
            return IntStream.range(0, table.rows())
                    .map(row -> label == null || !sameLabel || !table.train().get(row)
                            ? -1
                            : number(labelledNumbers, List.of(keys[row], label.value(row))))
                    .toArray();
        }

        private static int number(Map<List<Object>, Integer> numbers, List<Object> key) {
            Integer next = numbers.size();
            return Objects.requireNonNullElse(numbers.putIfAbsent(key, next), next);
        }
    }
}
