package podium.scoring.fingerprint;

/**
 * The rows of a file that are not the one row which more than half of the file repeats.
 *
 * @param rows how many there are
 * @param first the first of them, in the order of the solution; -1 if there are none
 * @param last the last of them; -1 if there are none
 */
public record Block(int rows, int first, int last) {
    private static final double CHANCE = 1e-4;

    /**
     * Whether these rows lie together more closely than chance explains. The rows of a solution are in a keyed order that
     * says nothing of them, so that the places of any honest choice of k rows are uniform: that they all lie within a share
     * w of the file has the probability {@code k w^(k-1) - (k-1) w^k} (the distribution of the range of k uniform values).
     *
     * @param all the rows of the file
     */
    public boolean together(int all) {
        if (rows < 2) {
            return false;
        }
        double w = (last - first + 1.0) / all;
        return rows * Math.pow(w, rows - 1) - (rows - 1) * Math.pow(w, rows) < CHANCE;
    }
}
