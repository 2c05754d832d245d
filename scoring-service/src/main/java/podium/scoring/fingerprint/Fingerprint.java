package podium.scoring.fingerprint;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a prediction file to compare it with others: about 32 KiB, however large the file.
 *
 * @param kind what a cell is
 * @param rows how many rows the file has
 * @param columns how many predictions a row has
 * @param sha256 the digest of the canonical form, in lower-case hexadecimal digits: equal for files that say the same,
 *     however they are written, ordered or packed
 * @param cells the cells that were sampled, the same ones of each file of a contest: numbers, codes of names (-1 an
 *     unknown one), or hashes of lists; the first ones are a sample as well
 * @param block the rows that differ from the row that more than half of the file repeats, null if there is no such row
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers, compared in hot loops; nobody writes to them
public record Fingerprint(
        CellKind kind,
        int rows,
        int columns,
        String sha256,
        double[] cells,
        @Nullable Block block) {

    /** Whether all rows say the same. */
    public boolean constant() {
        return block != null && block.rows() == 0;
    }
}
