package podium.scoring.fingerprint;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A team's file, prepared to be compared and to be part of a consensus. */
public final class Voice {
    private final UUID team;
    private final double[] cells;
    private final double @Nullable [] opinions;

    private Voice(UUID team, double[] cells, double @Nullable [] opinions) {
        this.team = team;
        this.cells = cells;
        this.opinions = opinions;
    }

    /** What a team says with the sampled cells of a file. */
    public static Voice of(CellKind kind, UUID team, double[] cells) {
        Standard standard = Standard.of(cells);
        if (standard.constant()) {
            return new Voice(team, cells, null);
        }
        return new Voice(team, cells, kind == CellKind.NUMBERS ? standard.ofAll(cells) : cells);
    }

    UUID team() {
        return team;
    }

    /** The cells as they were predicted. */
    double[] cells() {
        return cells;
    }

    /** The cells as they are compared with a consensus, of numbers standardized ones; null if they are all the same. */
    double @Nullable [] opinions() {
        return opinions;
    }
}
