package podium.scoring.anonymization;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/** The nodes of a generalization lattice by number, in the order of their levels, and which of them may still be of interest. */
final class Lattice {
    private final int[] tops;
    private final int[] weight;
    private final boolean[] closed;

    /** @param tops the highest level of each attribute */
    Lattice(int[] tops) {
        this.tops = tops.clone();
        weight = new int[tops.length];
        int product = 1;
        for (int i = tops.length - 1; i >= 0; i--) {
            weight[i] = product;
            product = Math.multiplyExact(product, tops[i] + 1);
        }
        closed = new boolean[product];
    }

    int nodes() {
        return closed.length;
    }

    boolean isOpen(int node) {
        return !closed[node];
    }

    void close(int node) {
        closed[node] = true;
    }

    /** Closes a node and all that are at most as general. */
    void closeBelow(int[] levels) {
        close(new int[levels.length], levels, 0, 0);
    }

    /** Closes a node and all that are at least as general. */
    void closeAbove(int[] levels) {
        close(levels, tops, 0, 0);
    }

    private void close(int[] from, int[] to, int attribute, int node) {
        if (attribute == weight.length) {
            closed[node] = true;
            return;
        }
        for (int level = from[attribute]; level <= to[attribute]; level++) {
            close(from, to, attribute + 1, node + level * weight[attribute]);
        }
    }

    int number(int[] levels) {
        int number = 0;
        for (int i = 0; i < levels.length; i++) {
            number += levels[i] * weight[i];
        }
        return number;
    }

    int[] levels(int node) {
        int[] levels = new int[weight.length];
        int rest = node;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = rest / weight[i];
            rest %= weight[i];
        }
        return levels;
    }

    /** How far up levels are. */
    static int height(int[] levels) {
        int height = 0;
        for (int level : levels) {
            height += level;
        }
        return height;
    }

    /** All nodes, the most general ones first. */
    int[] fromTheTop() {
        long[] rank = new long[closed.length];
        Arrays.setAll(rank, node -> height(tops) - height(levels(node)));
        return ordered(rank);
    }

    /** All nodes, those half way up first. */
    int[] fromTheMiddle() {
        long[] rank = new long[closed.length];
        Arrays.setAll(rank, node -> Math.abs(2 * height(levels(node)) - height(tops)));
        return ordered(rank);
    }

    private static int[] ordered(long[] rank) {
        Arrays.setAll(rank, node -> (rank[node] << Integer.SIZE) | node);
        Arrays.sort(rank);
        return Arrays.stream(rank).mapToInt(node -> (int) node).toArray();
    }

    /**
     * A path through an open node: from the lowest open one that is reached over open nodes to the highest. Empty if the node is
     * closed.
     */
    int[] path(int node) {
        if (closed[node]) {
            return new int[0];
        }
        ArrayDeque<Integer> path = new ArrayDeque<>(List.of(node));
        for (int next = neighbour(node, -1); next >= 0; next = neighbour(next, -1)) {
            path.addFirst(next);
        }
        for (int next = neighbour(node, 1); next >= 0; next = neighbour(next, 1)) {
            path.addLast(next);
        }
        return path.stream().mapToInt(Integer::intValue).toArray();
    }

    /** An open node one level up or down; -1 if there is none. */
    private int neighbour(int node, int step) {
        int rest = node;
        for (int i = 0; i < weight.length; i++) {
            int level = rest / weight[i] + step;
            rest %= weight[i];
            int neighbour = node + step * weight[i];
            if (level >= 0 && level <= tops[i] && !closed[neighbour]) {
                return neighbour;
            }
        }
        return -1;
    }
}
