package podium.scoring.ratings;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.stream.IntStream;
import podium.scoring.key.KeyedOrder;

/**
 * The rows of a release as they stand in its files: with new row ids, users and items by pseudonym, all of them dense ranks of
 * keyed hashes, and in an order that says nothing of the raw file nor of the ids. One canonical way to write everything: comma, line
 * feed, numbers without needless zeros.
 */
public final class RatingsFiles {
    private final RatingsRelease release;
    private final Names names;
    private final int[] userPseudonym;
    private final int[] itemPseudonym;
    private final int[] rows;
    private final int[] ids;
    private final int[] train;
    private final int[] test;

    /**
     * Gives pseudonyms, ids and places.
     *
     * @param names the names of the columns
     * @param pseudonymKey the key of the contest's pseudonyms
     * @param idKey the key of the row ids
     * @param orderKey the key of the order of rows
     * @param draw which draw of ids and places, from 1
     */
    public RatingsFiles(
            RatingsRelease release, Names names, byte[] pseudonymKey, byte[] idKey, byte[] orderKey, int draw) {
        this.release = release;
        this.names = names;
        Ratings told = release.told();
        rows = release.published().stream().toArray();
        userPseudonym = pseudonyms(
                pseudonymKey, names.user(), told.users(), IntStream.of(rows).map(told::user));
        itemPseudonym = pseudonyms(
                pseudonymKey, names.item(), told.items(), IntStream.of(rows).map(told::item));
        ids = new KeyedOrder(idKey, "id-" + draw).ranks(rows.length, i -> rows[i]);
        train = ordered(orderKey, "train-" + draw, false);
        test = ordered(orderKey, "test-" + draw, true);
    }

    /** How many rows train.csv has. */
    public int trainRows() {
        return train.length;
    }

    /** How many rows test.csv has. */
    public int testRows() {
        return test.length;
    }

    /** The published id of a row of test.csv, from 1. */
    public int testId(int place) {
        return ids[test[place]] + 1;
    }

    /** The raw row of a row of test.csv. */
    public int testRow(int place) {
        return rows[test[place]];
    }

    /** The rating of a row of test.csv, as the solution has it. */
    public String testTruth(int place) {
        return number(release.raw().rating(rows[test[place]]));
    }

    /** The ids of test.csv in the file's order. */
    public double[] testIds() {
        return IntStream.range(0, test.length).mapToDouble(this::testId).toArray();
    }

    /** The ratings of test.csv in the file's order, which are not published. */
    public double[] testRatings() {
        return IntStream.of(test)
                .mapToDouble(place -> release.raw().rating(rows[place]))
                .toArray();
    }

    /** The pseudonym of a user, from 1; 0 if the user is not published. */
    int userPseudonym(int user) {
        return userPseudonym[user];
    }

    /** The pseudonym of an item, from 1; 0 if the item is not published. */
    public int itemPseudonym(int item) {
        return itemPseudonym[item];
    }

    /** train.csv: id, user, item, day if days are published, rating. */
    public void train(Appendable out) throws IOException {
        write(out, train, true);
    }

    /** test.csv: the same without the rating. */
    public void test(Appendable out) throws IOException {
        write(out, test, false);
    }

    private void write(Appendable out, int[] places, boolean rated) throws IOException {
        boolean dated = release.dates() != DateRule.DROP;
        out.append("id,").append(names.user()).append(',').append(names.item());
        out.append(dated ? "," + names.day() : "")
                .append(rated ? "," + names.rating() : "")
                .append('\n');
        Ratings told = release.told();
        for (int place : places) {
            int row = rows[place];
            out.append(Integer.toString(ids[place] + 1)).append(',');
            out.append(Integer.toString(userPseudonym[told.user(row)])).append(',');
            out.append(Integer.toString(itemPseudonym[told.item(row)]));
            if (dated) {
                int day = release.dates().coarsened(told.day(row));
                out.append(',')
                        .append(
                                day == Ratings.NO_DAY
                                        ? ""
                                        : LocalDate.ofEpochDay(day).toString());
            }
            out.append(rated ? "," + number(told.rating(row)) : "").append('\n');
        }
    }

    private int[] ordered(byte[] key, String file, boolean hidden) {
        BitSet isHidden = release.hidden();
        int[] chosen = IntStream.range(0, rows.length)
                .filter(i -> isHidden.get(rows[i]) == hidden)
                .toArray();
        int[] order = new KeyedOrder(key, file).order(chosen.length, i -> ids[chosen[i]]);
        return IntStream.of(order).map(i -> chosen[i]).toArray();
    }

    private static int[] pseudonyms(byte[] key, String column, int count, IntStream codes) {
        BitSet present = new BitSet(count);
        codes.forEach(present::set);
        int[] known = present.stream().toArray();
        int[] ranks = new KeyedOrder(key, column).ranks(known.length, i -> known[i]);
        int[] pseudonyms = new int[count];
        for (int i = 0; i < known.length; i++) {
            pseudonyms[known[i]] = ranks[i] + 1;
        }
        return pseudonyms;
    }

    private static String number(float rating) {
        int whole = (int) rating;
        return whole == rating
                ? Integer.toString(whole)
                : new BigDecimal(Float.toString(rating)).stripTrailingZeros().toPlainString();
    }

    /**
     * The names of the columns.
     *
     * @param user of the users
     * @param item of the items
     * @param rating of the ratings
     * @param day of the days; not used where none are published
     */
    public record Names(String user, String item, String rating, String day) {}
}
