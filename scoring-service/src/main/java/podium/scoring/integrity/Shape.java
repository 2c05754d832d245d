package podium.scoring.integrity;

import java.util.Locale;
import podium.scoring.fingerprint.CellKind;
import podium.scoring.fingerprint.Fingerprint;

/**
 * What has to be the same for two files to be compared.
 *
 * @param kind what a cell is
 * @param rows how many rows a file has
 * @param columns how many predictions a row has
 */
record Shape(CellKind kind, int rows, int columns) {

    static Shape of(Fingerprint fingerprint) {
        return new Shape(fingerprint.kind(), fingerprint.rows(), fingerprint.columns());
    }

    /** Reads what {@link #word()} wrote. */
    static Shape read(String word) {
        String[] parts = word.split(" ", -1);
        return new Shape(
                CellKind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]));
    }

    String word() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + rows + " " + columns;
    }
}
