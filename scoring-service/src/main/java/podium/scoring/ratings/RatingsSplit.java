package podium.scoring.ratings;

/**
 * Which rows are hidden.
 *
 * @param by what is hidden together
 * @param share the share that is hidden, between 0 and 1
 */
public record RatingsSplit(By by, double share) {
    public RatingsSplit {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1");
        }
    }

    /** What is hidden together. */
    public enum By {
        /** Each row for itself. */
        ROW,
        /** All rows of a user. */
        USER,
        /** All rows from a day on. */
        TIME
    }
}
