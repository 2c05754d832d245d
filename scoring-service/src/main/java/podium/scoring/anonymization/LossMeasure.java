package podium.scoring.anonymization;

/** What an anonymized table has lost; smaller is better. The definitions are ARX's (its manual, quality models). */
public enum LossMeasure {
    /** How much of each attribute's domain a published value stands for (Iyengar 2002), the geometric mean over attributes. */
    LOSS,
    /** Rows a class (LeFevre et al. 2006), all suppressed rows being one class. */
    AVERAGE_CLASS_SIZE,
    /** Sum of squared class sizes, and all rows for each suppressed one (Bayardo and Agrawal 2005). */
    DISCERNIBILITY,
    /** Bits that are gone (Gionis and Tassa 2009), as a share of each attribute's, summed over attributes. */
    NON_UNIFORM_ENTROPY;

    /** Whether a bound follows from the levels alone, without looking at classes. */
    boolean separable() {
        return this == LOSS || this == NON_UNIFORM_ENTROPY;
    }
}
