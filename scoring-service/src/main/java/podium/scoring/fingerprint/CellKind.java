package podium.scoring.fingerprint;

/** What a sampled cell is. */
public enum CellKind {
    /** A number, which can be near to another one. */
    NUMBERS,
    /** A name or a ranked list, which is equal to another one or is not. */
    NAMES
}
