package podium.scoring.ratings;

/**
 * What is done to ratings before they are published. Shares are probabilities: each user, each row is drawn by a keyed hash.
 *
 * @param userShare the share of the users that are kept, above 0
 * @param minimumUsersPerItem items that fewer of the kept users rated are left out
 * @param minimumRowsPerUser users with fewer rows are left out
 * @param rowShare the share of its rows that each user keeps, above 0
 * @param rowsPerUser the most rows of a user, 0 for no limit
 * @param dates what is published of days
 * @param noise the probability that a training row's rating is drawn evenly among all ratings there are
 */
public record RatingsPlan(
        double userShare,
        int minimumUsersPerItem,
        int minimumRowsPerUser,
        double rowShare,
        int rowsPerUser,
        DateRule dates,
        double noise) {

    /**
     * What a plan does that says nothing: a quarter of the users, a tenth of their rows, items that at least 50 of them rated, no
     * days, no noise. Sampling rows within users protects most, so most of the sampling is there; that few users are kept keeps
     * the share of the whole population small.
     */
    public static final RatingsPlan DEFAULT = new RatingsPlan(0.25, 50, 5, 0.1, 0, DateRule.DROP, 0);

    /** Everything, with other ids: what was published of the Netflix Prize. */
    public static final RatingsPlan IDS_ONLY = new RatingsPlan(1, 1, 1, 1, 0, DateRule.KEEP, 0);

    public RatingsPlan {
        if (!(userShare > 0 && userShare <= 1 && rowShare > 0 && rowShare <= 1)) {
            throw new IllegalArgumentException("Shares of users and rows lie above 0 and at most at 1");
        }
        if (minimumUsersPerItem < 1 || minimumRowsPerUser < 1 || rowsPerUser < 0) {
            throw new IllegalArgumentException("Items and users that are kept have a row at least");
        }
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1");
        }
    }

    /** The same with other shares of users and rows, and another cap. */
    public RatingsPlan sampled(double users, double rows, int cap) {
        return new RatingsPlan(users, minimumUsersPerItem, minimumRowsPerUser, rows, cap, dates, noise);
    }
}
