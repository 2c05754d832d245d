package podium.scoring.anonymization;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import podium.scoring.stage.Progress;

/**
 * Finds the levels at which a table keeps its privacy models and loses least: the optimum of the whole lattice of
 * full-domain generalizations (Samarati 2001; Kohlmayer et al. 2012 call the lattice search with tags Flash).
 *
 * <p>A node is not looked at if it cannot win. With k-anonymity and distinct l-diversity whole classes stay fine when they are
 * merged, so below a node that suppresses too much every node does. A bound on what a node loses follows from its levels
 * (domain loss and entropy, as if nothing were suppressed) or holds for everything above a node that was looked at (class sizes).
 * A walk downhill from the top finds a good node first. Where levels have bounds the rest is taken from the top down, because a
 * node that fails high up takes the most with it; otherwise paths through the lattice are halved (Flash). The result is that of an exhaustive search; equal losses go to the lower sum of levels, then
 * to the first in the order of levels.
 */
public final class LatticeSearch {
    private final CodedTable table;
    private final PrivacyModels models;
    private final LossMeasure measure;
    private final Progress progress;
    private final Lattice lattice;
    private final double[][] bounds;
    private final Groupings groupings;
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
        table = new CodedTable(rows, columns, hierarchies, models.diversity() == null ? List.of() : sensitive);
        this.models = models;
        this.measure = measure;
        this.progress = progress;
        groupings = new Groupings(table);
        int[] tops = new int[table.width];
        Arrays.setAll(tops, table::topLevel);
        lattice = new Lattice(tops);
        bounds = bounds();
    }

    /** Searches. */
    public Result search() {
        progress.begin("lattice-search", lattice.nodes());
        downhill();
        // From the top down where a node that fails takes all below with it; else from the middle, in either direction.
        for (int node : measure.separable() ? lattice.fromTheTop() : lattice.fromTheMiddle()) {
            if (!measure.separable()) {
                halve(node);
            }
            if (lattice.isOpen(node) && !isHopeless(lattice.levels(node))) {
                look(node);
            }
            progress.advance(1);
        }
        return new Result(
                lattice.nodes(),
                checked,
                Optional.ofNullable(best)
                        .map(b -> new Optimum(
                                Arrays.stream(b.levels).boxed().toList(), b.loss, b.node.suppressedRows())));
    }

    /** Looks at every node, for tests of the search. */
    Result exhaustive() {
        for (int node = 0; node < lattice.nodes(); node++) {
            look(node);
        }
        return search();
    }

    /** From the top, always to the best child that is feasible. */
    private void downhill() {
        int[] at = lattice.levels(lattice.nodes() - 1);
        LatticeNode top = look(lattice.nodes() - 1);
        boolean moved = top.feasible();
        while (moved) {
            moved = false;
            double least = Double.POSITIVE_INFINITY;
            int[] next = at;
            for (int i = 0; i < at.length; i++) {
                if (at[i] > 0) {
                    int[] child = at.clone();
                    child[i]--;
                    int number = lattice.number(child);
                    if (lattice.isOpen(number)) {
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

    /**
     * Looks for the lowest feasible node on a path of open nodes through one, halving it each time: what is not feasible takes
     * all below with it, and the higher it lies the more.
     */
    private void halve(int node) {
        int[] path = lattice.path(node);
        int low = 0;
        int high = path.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (!lattice.isOpen(path[middle])) {
                return;
            }
            if (look(path[middle]).feasible()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
    }

    private LatticeNode look(int number) {
        int[] levels = lattice.levels(number);
        LatticeNode node = new LatticeNode(table, models, groupings.at(levels));
        checked++;
        lattice.close(number);
        if (node.feasible()) {
            consider(levels, node);
        } else if (!node.feasibleBelow()) {
            lattice.closeBelow(levels);
        }
        if (!measure.separable() && best != null && node.classBound(measure) > best.loss) {
            lattice.closeAbove(levels);
        }
        return node;
    }

    private void consider(int[] levels, LatticeNode node) {
        double loss = node.loss(measure);
        Best known = best;
        if (known == null || loss < known.loss || (loss == known.loss && isBefore(levels, known.levels))) {
            best = new Best(levels, loss, node);
        }
    }

    private static boolean isBefore(int[] levels, int[] others) {
        int difference = Lattice.height(levels) - Lattice.height(others);
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
                        shares += table.share[i][level][table.recoding[i][level][code]] * table.frequency[i][code];
                    }
                    least[i][level] = LatticeNode.relative(shares, table.rows, table.domain[i]);
                } else if (measure == LossMeasure.NON_UNIFORM_ENTROPY && whole > 0) {
                    least[i][level] = LatticeNode.generalized(table, i, level) / whole;
                }
            }
        }
        return least;
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
