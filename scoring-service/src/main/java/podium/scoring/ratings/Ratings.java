package podium.scoring.ratings;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ratings as columns: who rated what, how, and when. Users and items are dense codes, from 0. Immutable by convention: the
 * arrays are shared between stages (16 bytes a row at the Netflix Prize's 100 million rows) and nobody writes to them.
 */
public final class Ratings {
    /** The day of a row whose day is not known. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    private final int users;
    private final int items;
    private final int[] user;
    private final int[] item;
    private final float[] rating;
    private final int @Nullable [] day;

    /**
     * @param users how many users; codes of users are below
     * @param items how many items; codes of items are below
     * @param user the user of each row
     * @param item the item of each row
     * @param rating the rating of each row
     * @param day the day of each row, counted from 1970-01-01, or {@link #NO_DAY}; null where no row has one
     */
    public Ratings(int users, int items, int[] user, int[] item, float[] rating, int @Nullable [] day) {
        if (user.length != item.length || user.length != rating.length || (day != null && user.length != day.length)) {
            throw new IllegalArgumentException("Each row has a user, an item, a rating and, if any has one, a day");
        }
        this.users = users;
        this.items = items;
        this.user = user;
        this.item = item;
        this.rating = rating;
        this.day = day;
    }

    /** How many rows. */
    public int rows() {
        return user.length;
    }

    /** How many users; not all of them need to have a row. */
    public int users() {
        return users;
    }

    /** How many items; not all of them need to have a row. */
    public int items() {
        return items;
    }

    /** Whether rows have days. */
    public boolean dated() {
        return day != null;
    }

    public int user(int row) {
        return user[row];
    }

    public int item(int row) {
        return item[row];
    }

    public float rating(int row) {
        return rating[row];
    }

    /** The day of a row, counted from 1970-01-01, or {@link #NO_DAY}. */
    public int day(int row) {
        return day == null ? NO_DAY : day[row];
    }

    /**
     * The same rows with other codes of users and items, such as those of a larger set.
     *
     * @param moreUsers how many users there are then
     * @param moreItems how many items
     * @param userCode the new code of each user
     * @param itemCode the new code of each item
     */
    public Ratings recoded(int moreUsers, int moreItems, int[] userCode, int[] itemCode) {
        return new Ratings(
                moreUsers,
                moreItems,
                Arrays.stream(user).map(code -> userCode[code]).toArray(),
                Arrays.stream(item).map(code -> itemCode[code]).toArray(),
                rating,
                day);
    }

    /** The same rows among more users and items, who have none. */
    public Ratings among(int moreUsers, int moreItems) {
        return new Ratings(moreUsers, moreItems, user, item, rating, day);
    }

    /** The same rows with other ratings, such as noisy ones. */
    public Ratings withRatings(float[] other) {
        return new Ratings(users, items, user, item, other, day);
    }
}
