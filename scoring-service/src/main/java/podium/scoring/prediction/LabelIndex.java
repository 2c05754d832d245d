package podium.scoring.prediction;

import java.util.List;
import podium.scoring.bytes.TextIndex;

/** Finds the code of a label, or of an item of a list, by its bytes. Never changes, so threads share it. */
public final class LabelIndex {
    private final TextIndex index;

    /**
     * @param names the labels, each once; a label's code is its index
     * @throws IllegalArgumentException a label is there twice
     */
    public LabelIndex(List<String> names) {
        this.index = TextIndex.of(names);
    }

    /** How many labels. */
    public int size() {
        return index.size();
    }

    /** The code of the label in a part of an array, -1 if it is none of them. */
    int codeOf(byte[] bytes, int from, int to) {
        return index.indexOf(bytes, from, to);
    }
}
