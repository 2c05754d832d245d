package podium.scoring.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts, each once, and the way back from the bytes of one to its index. All texts in one array, and an open-addressing
 * table over their UTF-8: a String and a hash map's look-up for each row would cost more than all the rest of a reading.
 * Never changes, so threads share it.
 */
public final class TextIndex {
    /** What {@link #indexOf} answers for a text that is not there. */
    public static final int NOT_FOUND = -1;

    /** An odd number without a pattern: 2^64 over the golden ratio. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final byte[] bytes;
    private final int[] starts;
    private final int[] table;

    private TextIndex(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
        // At most half full, a power of two.
        this.table = new int[Integer.highestOneBit(Math.max(1, size())) * 4];
        Arrays.fill(table, NOT_FOUND);
        for (int index = 0; index < size(); index++) {
            int slot = slot(bytes, starts[index], starts[index + 1]);
            if (table[slot] != NOT_FOUND) {
                throw new IllegalArgumentException("There twice: " + text(index));
            }
            table[slot] = index;
        }
    }

    /**
     * An index of texts.
     *
     * @throws IllegalArgumentException one is there twice
     */
    public static TextIndex of(Iterable<String> texts) {
        Builder builder = new Builder();
        texts.forEach(builder::add);
        return builder.build();
    }

    /** How many texts. */
    public int size() {
        return starts.length - 1;
    }

    /** A text. */
    public String text(int index) {
        return new String(bytes, starts[index], length(index), StandardCharsets.UTF_8);
    }

    /** How many bytes a text has. */
    public int length(int index) {
        return starts[index + 1] - starts[index];
    }

    /** The index of the text in a part of an array, or {@link #NOT_FOUND}. */
    public int indexOf(byte[] source, int from, int to) {
        return table[slot(source, from, to)];
    }

    /** Whether the bytes from a place on begin with a text. */
    public boolean isAt(int index, byte[] source, int from) {
        int start = starts[index];
        int left = starts[index + 1] - start;
        if (from + left + Words.SLACK > source.length) {
            return from + left <= source.length && Arrays.equals(bytes, start, start + left, source, from, from + left);
        }
        int at = from;
        while (left >= 8) {
            if (Words.at(bytes, start) != Words.at(source, at)) {
                return false;
            }
            start += 8;
            at += 8;
            left -= 8;
        }
        // The shift drops the bytes behind the text; two shifts, for one by 64 would drop none.
        long others = Words.at(bytes, start) ^ Words.at(source, at);
        return (others << (56 - 8 * left)) << 8 == 0;
    }

    /** Where the text is, or the empty slot where it would be. */
    private int slot(byte[] source, int from, int to) {
        int slot = hash(source, from, to) & table.length - 1;
        while (table[slot] != NOT_FOUND && !is(table[slot], source, from, to)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private boolean is(int index, byte[] source, int from, int to) {
        return length(index) == to - from && isAt(index, source, from);
    }

    private static int hash(byte[] source, int from, int to) {
        long hash = (long) to - from;
        for (int at = from; at < to; at += 8) {
            hash = (hash ^ Words.upTo(source, at, Math.min(8, to - at))) * MIX;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    /** Collects texts. */
    public static final class Builder {
        private byte[] bytes = new byte[1024];
        private int[] starts = new int[128];
        private int size;

        /** Adds a text; its index is the number of those before. */
        public void add(String text) {
            byte[] added = text.getBytes(StandardCharsets.UTF_8);
            int start = starts[size];
            int end = Math.addExact(start, added.length);
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, grown(end));
            }
            System.arraycopy(added, 0, bytes, start, added.length);
            size++;
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, grown(size));
            }
            starts[size] = end;
        }

        /**
         * The index; the builder is of no use afterwards.
         *
         * @throws IllegalArgumentException a text was added twice
         */
        public TextIndex build() {
            return new TextIndex(Arrays.copyOf(bytes, starts[size] + Words.SLACK), Arrays.copyOf(starts, size + 1));
        }

        private static int grown(int needed) {
            return (int) Math.min(Integer.MAX_VALUE - 64, Math.max(needed + 64L, needed * 3L / 2));
        }
    }
}
