package podium.scoring.ratings;

import java.util.BitSet;
import java.util.function.UnaryOperator;

/**
 * What is to be published of ratings: the training rows with their ratings, the test rows without them, days as the rule
 * says. Row numbers, users and items are those of the raw ratings; pseudonyms are given when the files are written, and an
 * attack may not use these numbers for anything but counting its hits.
 *
 * @param raw the raw ratings, all of them
 * @param told the same rows with the ratings that are published; the raw ones unless noise was added
 * @param published the rows that are published, training and test rows
 * @param hidden those of them whose ratings are not published: the test rows
 * @param dates what is published of their days
 */
public record RatingsRelease(Ratings raw, Ratings told, BitSet published, BitSet hidden, DateRule dates) {

    /** The same with other codes of users and items; see {@link Ratings#recoded}. */
    public RatingsRelease recoded(int users, int items, int[] userCode, int[] itemCode) {
        return with(ratings -> ratings.recoded(users, items, userCode, itemCode));
    }

    /** The same among more users and items; see {@link Ratings#among}. */
    public RatingsRelease among(int users, int items) {
        return with(ratings -> ratings.among(users, items));
    }

    private RatingsRelease with(UnaryOperator<Ratings> change) {
        Ratings changed = change.apply(raw);
        return new RatingsRelease(changed, told == raw ? changed : change.apply(told), published, hidden, dates);
    }
}
