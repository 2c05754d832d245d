package podium.scoring.utility;

/** A simple solution that learnt from what is released, and from nothing else. */
public interface Baseline {

    /**
     * What it says of a row: one number, where numbers are predicted; otherwise a probability for each label, by its code.
     *
     * @param row a raw row that is published
     */
    double[] predict(int row);
}
