package podium.scoring.raw;

import java.util.ArrayList;
import java.util.List;

/** Numbers of which nobody knows in advance how many come: a hundred million of them without ever copying all at once twice. */
final class IntChunks {
    private static final int CHUNK = 1 << 20;

    private final List<int[]> chunks = new ArrayList<>();
    private int size;

    void add(int value) {
        int at = size % CHUNK;
        if (at == 0) {
            chunks.add(new int[CHUNK]);
        }
        chunks.getLast()[at] = value;
        size++;
    }

    /** All of them; the chunks are given up on the way. */
    int[] toArray() {
        int[] all = new int[size];
        for (int i = 0; i < chunks.size(); i++) {
            System.arraycopy(chunks.get(i), 0, all, i * CHUNK, Math.min(CHUNK, size - i * CHUNK));
            chunks.set(i, new int[0]);
        }
        return all;
    }

    /** All of them as the floats whose bits they are. */
    float[] toFloats() {
        float[] all = new float[size];
        for (int i = 0; i < chunks.size(); i++) {
            int[] chunk = chunks.get(i);
            for (int j = 0; j < chunk.length && i * CHUNK + j < size; j++) {
                all[i * CHUNK + j] = Float.intBitsToFloat(chunk[j]);
            }
            chunks.set(i, new int[0]);
        }
        return all;
    }
}
