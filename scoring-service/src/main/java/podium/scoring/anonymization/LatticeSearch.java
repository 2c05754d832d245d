package podium.scoring.anonymization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import podium.scoring.stage.Progress;

/**
 * Finds the levels at which a table keeps its privacy models and loses least: the optimum of the whole lattice of
 * full-domain generalizations (Samarati 2001; Kohlmayer et al. 2012 call the lattice search with tags Flash).
 *
 * <p>A node is not looked at if it cannot win. With k-anonymity and distinct l-diversity whole classes stay fine when they are
 * merged, so below a node that suppresses too much every node does. A bound on what a node loses follows from its levels
 * (domain loss and entropy, as if nothing were suppressed) or holds for everything above a node that was looked at (class sizes).
 * A walk downhill from the top finds a good node first; then the rest is taken from the top down, because a node that fails
 * high up takes the most with it. The result is that of an exhaustive search; equal losses go to the lower sum of levels, then
 * to the first in the order of levels.
 */
public final class LatticeSearch {
    private static final byte OPEN = 0;
    private static final byte DONE = 1;
    private static final int SNAPSHOTS = 24;

    private final CodedTable table;
    private final PrivacyModels models;
    private final LossMeasure measure;
    private final Progress progress;
    private final Grouping distinct;
    private final int[] weight;
    private final int nodes;
    private final byte[] state;
    private final double[][] bounds;
    private final List<Grouping> snapshots = new ArrayList<>();
    private int checked;
    private @Nullable Best best;

    /**
     * @param rows how many rows
     * @param columns the quasi-identifiers
     * @param hierarchies the hierarchy of each, in the same order
     * @param sensitive the columns that models of diversity look at
     */
    public LatticeSearch(
            int rows,
            List<Column> columns,
            List<Hierarchy> hierarchies,
            List<Column> sensitive,
            PrivacyModels models,
            LossMeasure measure,
            Progress progress) {
        table = new CodedTable(rows, columns, hierarchies, sensitive);
        this.models = models;
        this.measure = measure;
        this.progress = progress;
        distinct = table.ungrouped();
        weight = new int[table.width];
        int product = 1;
        for (int i = table.width - 1; i >= 0; i--) {
            weight[i] = product;
            product = Math.multiplyExact(product, table.topLevel(i) + 1);
        }
        nodes = product;
        state = new byte[nodes];
        bounds = bounds();
    }

    /** Searches. */
    public Result search() {
        progress.begin("lattice-search", nodes);
        downhill();
        int[] order = IntStream.range(0, nodes)
                .boxed()
                .sorted(Comparator.comparingInt((Integer node) -> measure.separable()
                                ? -sum(levels(node))
                                : Math.abs(2 * sum(levels(node)) - sum(levels(nodes - 1))))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int node : order) {
            if (state[node] == OPEN && !isHopeless(levels(node))) {
                look(node);
            }
            progress.advance(1);
        }
        return new Result(
                nodes,
                checked,
                Optional.ofNullable(best)
                        .map(b -> new Optimum(
                                Arrays.stream(b.levels).boxed().toList(), b.loss, b.node.suppressedRows())));
    }

    /** Looks at every node, for tests of the search. */
    Result exhaustive() {
        for (int node = 0; node < nodes; node++) {
            state[node] = OPEN;
            look(node);
        }
        return search();
    }

    /** From the top, always to the best child that is feasible. */
    private void downhill() {
        int[] at = levels(nodes - 1);
        LatticeNode top = look(nodes - 1);
        boolean moved = top.feasible();
        while (moved) {
            moved = false;
            double least = Double.POSITIVE_INFINITY;
            int[] next = at;
            for (int i = 0; i < at.length; i++) {
                if (at[i] > 0) {
                    int[] child = at.clone();
                    child[i]--;
                    int number = number(child);
                    if (state[number] == OPEN) {
                        LatticeNode node = look(number);
                        if (node.feasible() && node.loss(measure) < least) {
                            least = node.loss(measure);
                            next = child;
                            moved = true;
                        }
                    }
                }
            }
            at = next;
        }
    }

    private LatticeNode look(int number) {
        int[] levels = levels(number);
        LatticeNode node = node(levels);
        checked++;
        state[number] = DONE;
        if (node.feasible()) {
            consider(levels, node);
        } else if (models.monotonic()) {
            mark(levels, false);
        }
        if (!measure.separable() && best != null && node.classBound(measure) > best.loss) {
            mark(levels, true);
        }
        return node;
    }

    private LatticeNode node(int[] levels) {
        if (models.diversity() != null) {
            return new LatticeNode(table, models, table.group(levels, distinct), distinct);
        }
        Grouping from = distinct;
        for (Grouping snapshot : snapshots) {
            if (snapshot.groups() < from.groups() && snapshot.refines(levels)) {
                from = snapshot;
            }
        }
        Grouping grouping = table.group(levels, from);
        if (snapshots.size() == SNAPSHOTS) {
            snapshots.removeFirst();
        }
        snapshots.add(grouping);
        return new LatticeNode(table, models, grouping, distinct);
    }

    private void consider(int[] levels, LatticeNode node) {
        double loss = node.loss(measure);
        Best known = best;
        if (known == null || loss < known.loss || (loss == known.loss && isBefore(levels, known.levels))) {
            best = new Best(levels, loss, node);
        }
    }

    private static boolean isBefore(int[] levels, int[] others) {
        int difference = sum(levels) - sum(others);
        return difference < 0 || (difference == 0 && Arrays.compare(levels, others) < 0);
    }

    /** Whether a node loses more than the best one even if it suppresses nothing. */
    private boolean isHopeless(int[] levels) {
        Best known = best;
        return known != null && measure.separable() && bound(levels) > known.loss * (1 + 1e-12) + 1e-12;
    }

    private double bound(int[] levels) {
        double product = 1;
        double sum = 0;
        for (int i = 0; i < levels.length; i++) {
            product *= 1 + bounds[i][levels[i]];
            sum += bounds[i][levels[i]];
        }
        return measure == LossMeasure.LOSS ? Math.pow(product, 1.0 / levels.length) - 1 : sum;
    }

    /** By attribute and level: what it loses at least. */
    private double[][] bounds() {
        double[][] least = new double[table.width][];
        for (int i = 0; i < table.width; i++) {
            least[i] = new double[table.topLevel(i) + 1];
            double whole = LatticeNode.whole(table, i);
            for (int level = 0; level < least[i].length; level++) {
                if (measure == LossMeasure.LOSS) {
                    double shares = 0;
                    for (int code = 0; code < table.frequency[i].length; code++) {
                        shares += table.share[i][level][code] * table.frequency[i][code];
                    }
                    least[i][level] = LatticeNode.relative(shares, table.rows, table.domain[i]);
                } else if (measure == LossMeasure.NON_UNIFORM_ENTROPY && whole > 0) {
                    least[i][level] = LatticeNode.generalized(table, i, level) / whole;
                }
            }
        }
        return least;
    }

    /** Marks all nodes above or below some levels as done. */
    private void mark(int[] levels, boolean above) {
        int[] at = new int[levels.length];
        mark(levels, above, 0, at);
    }

    private void mark(int[] levels, boolean above, int attribute, int[] at) {
        if (attribute == levels.length) {
            state[number(at)] = DONE;
            return;
        }
        int from = above ? levels[attribute] : 0;
        int to = above ? table.topLevel(attribute) : levels[attribute];
        for (int level = from; level <= to; level++) {
            at[attribute] = level;
            mark(levels, above, attribute + 1, at);
        }
    }

    private int number(int[] levels) {
        int number = 0;
        for (int i = 0; i < levels.length; i++) {
            number += levels[i] * weight[i];
        }
        return number;
    }

    private int[] levels(int number) {
        int[] levels = new int[weight.length];
        int rest = number;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = rest / weight[i];
            rest %= weight[i];
        }
        return levels;
    }

    private static int sum(int[] levels) {
        return Arrays.stream(levels).sum();
    }

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Best(int[] levels, double loss, LatticeNode node) {}

    /**
     * What a search found.
     *
     * @param nodes how many nodes the lattice has
     * @param checked how many of them were looked at
     * @param optimum the best node, empty if none is feasible
     */
    public record Result(int nodes, int checked, Optional<Optimum> optimum) {}

    /**
     * The best node.
     *
     * @param levels the level of each quasi-identifier
     * @param loss what it loses by the measure that was asked for
     * @param suppressedRows how many rows it suppresses
     */
    public record Optimum(List<Integer> levels, double loss, int suppressedRows) {}
}
