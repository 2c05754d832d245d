package podium.scoring.prediction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the code of a label by its bytes. An open-addressing table over UTF-8, because a String and a hash map's look-up for
 * each row would cost more than all the rest of the reading. Never changes, so threads share it.
 */
public final class LabelIndex {
    private static final int NOT_FOUND = -1;

    private final byte[][] labels;
    private final int[] table;

    /**
     * @param names the labels, each once; a label's code is its index
     * @throws IllegalArgumentException a label is there twice
     */
    public LabelIndex(List<String> names) {
        labels = names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        // At most half full, a power of two.
        table = new int[Integer.highestOneBit(Math.max(1, labels.length)) * 4];
        Arrays.fill(table, NOT_FOUND);
        for (int code = 0; code < labels.length; code++) {
            int slot = slot(labels[code], 0, labels[code].length);
            if (table[slot] != NOT_FOUND) {
                throw new IllegalArgumentException("Twice among the labels: " + names.get(code));
            }
            table[slot] = code;
        }
    }

    /** The code of the label in a part of an array, -1 if it is none of them. */
    int codeOf(byte[] bytes, int from, int to) {
        return table[slot(bytes, from, to)];
    }

    /** Where the label is, or the empty slot where it would be. */
    private int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 15) & table.length - 1;
        while (table[slot] != NOT_FOUND && !equal(labels[table[slot]], bytes, from, to)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private static boolean equal(byte[] label, byte[] bytes, int from, int to) {
        return Arrays.equals(label, 0, label.length, bytes, from, to);
    }
}
