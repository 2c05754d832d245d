package podium.scoring.attack;

import java.util.Arrays;
import podium.scoring.ratings.Ratings;

/**
 * Scoreboard-RH (Narayanan &amp; Shmatikov, <i>Robust De-anonymization of Large Sparse Datasets</i>, IEEE S&amp;P 2008): scores
 * all records by how well they agree with what is known of a person,
 *
 * <pre>{@code sum over known ratings i of w(i) (exp(-|r_i - r'_i| / 1.5) + exp(-|d_i - d'_i| / 30)),  w(i) = 1 / ln max(2, support of i)}</pre>
 *
 * where an item that a record lacks adds nothing, and the term of a day that is not published or not known is left out.
 * A rating that is not published (a test row) agrees as well as a published one of the item does in the mean. The 1.5 are for
 * ratings from 1 to 5 and grow with the range. Knowledge is added rating by rating, so that the state after two known ratings
 * is on the way to the one after four. For one thread; scores of all records stay allocated.
 */
final class Scoreboard {
    private static final double RATING_SCALE = 1.5 / 4;
    private static final double DAY_SCALE = 30;

    /** Days farther apart than this add nothing (the term is below 1e-29). */
    private static final int FARTHEST = 2_047;

    /** The way back over what was added is taken where it is shorter than so manieth of all records. */
    private static final int SHORT = 8;

    private static final int STEPS_PER_SIGMA = 256;
    private static final int SIGMAS = 40;
    private static final double LN_2 = 0.6931471805599453;

    /** What is said of a record that is more than 40 sigma below the best. */
    private static final double MOST_BITS = SIGMAS / LN_2;

    /** exp(-x) of each 1/256 of sigma below the best score; records farther below than 40 sigma count nothing. */
    private static final double[] BELOW_BEST = new double[SIGMAS * STEPS_PER_SIGMA + 1];

    static {
        for (int step = 0; step < BELOW_BEST.length; step++) {
            BELOW_BEST[step] = StrictMath.exp(-step / (double) STEPS_PER_SIGMA);
        }
        BELOW_BEST[BELOW_BEST.length - 1] = 0;
    }

    private final RatingIndex index;
    private final int records;
    private final double[] score;
    private final double[] dayTerm = new double[FARTHEST + 1];
    private final double[] term = new double[256];
    private final double ratingScale;

    private int[] item = new int[16];
    private int items;
    private long added;

    private double best;
    private double second;
    private int bestRecord;
    private int ties;
    private double sum;
    private double squares;

    Scoreboard(RatingIndex index) {
        this.index = index;
        records = index.records();
        score = new double[index.recordNumbers()];
        ratingScale =
                index.codes().range() == 0 ? 1 : RATING_SCALE * index.codes().range();
        for (int d = 0; d < FARTHEST; d++) {
            dayTerm[d] = StrictMath.exp(-d / DAY_SCALE);
        }
        clear();
    }

    /** Nothing is known. What was added is undone by the way it came if that is shorter than all records. */
    void clear() {
        if (added >= score.length / SHORT) {
            Arrays.fill(score, 0);
        } else {
            for (int k = 0; k < items; k++) {
                for (int at = index.start[item[k]]; at < index.start[item[k] + 1]; at++) {
                    score[index.record[at]] = 0;
                }
            }
        }
        items = 0;
        added = 0;
        best = 0;
        second = 0;
        bestRecord = -1;
        ties = 0;
        sum = 0;
        squares = 0;
    }

    /**
     * One more rating is known.
     *
     * @param item the item
     * @param rating how the person rated it
     * @param epochDay when, as the attacker knows it; {@link Ratings#NO_DAY} if he does not
     */
    void add(int item, float rating, int epochDay) {
        int from = index.start[item];
        int to = index.start[item + 1];
        if (from == to) {
            return;
        }
        remember(item, to - from);
        double weight = 1 / StrictMath.log(Math.max(2, to - from));
        ratingTerms(item, rating, weight);
        short[] days = index.day;
        if (days == null || epochDay == Ratings.NO_DAY) {
            scan(from, to);
        } else {
            scan(from, to, weight, days, index.shortDay(index.dates().coarsened(epochDay)));
        }
    }

    private void remember(int known, int entries) {
        if (items == item.length) {
            item = Arrays.copyOf(item, 2 * items);
        }
        item[items++] = known;
        added += entries;
    }

    private void ratingTerms(int item, float rating, double weight) {
        RatingCodes codes = index.codes();
        int[] counts = index.ratingsOf(item);
        double mean = 0;
        double all = 0;
        for (int c = 0; c < codes.count(); c++) {
            term[c] = weight * StrictMath.exp(-Math.abs(rating - codes.value(c)) / ratingScale);
            mean += counts[c] * term[c];
            all += counts[c];
        }
        term[RatingCodes.HIDDEN] = all == 0 ? weight : mean / all;
    }

    /**
     * Hot: as many steps as people rated the item, up to hundreds of thousands for each known rating. Every term is positive,
     * so scores only grow: best, second and ties are kept up while adding, and no pass over all records is needed.
     */
    private void scan(int from, int to) {
        int[] record = index.record;
        byte[] code = index.code;
        double scores = 0;
        double squaresMore = 0;
        for (int at = from; at < to; at++) {
            int r = record[at];
            double more = term[code[at] & 0xff];
            double before = score[r];
            double after = before + more;
            score[r] = after;
            scores += more;
            squaresMore += more * (before + after);
            if (after >= second) {
                rise(r, after);
            }
        }
        sum += scores;
        squares += squaresMore;
    }

    /** Hot: the same with days. */
    private void scan(int from, int to, double weight, short[] day, int known) {
        int[] record = index.record;
        byte[] code = index.code;
        double scores = 0;
        double squaresMore = 0;
        for (int at = from; at < to; at++) {
            int r = record[at];
            int apart = Math.min(FARTHEST, Math.abs(day[at] - known));
            double more = term[code[at] & 0xff] + weight * dayTerm[apart];
            double before = score[r];
            double after = before + more;
            score[r] = after;
            scores += more;
            squaresMore += more * (before + after);
            if (after >= second) {
                rise(r, after);
            }
        }
        sum += scores;
        squares += squaresMore;
    }

    /** A record's score has risen to the second one or above. */
    private void rise(int r, double after) {
        if (after > best) {
            if (r != bestRecord) {
                second = best;
                bestRecord = r;
            }
            best = after;
            ties = 1;
        } else if (after == best) {
            ties++;
            second = best;
        } else {
            second = after;
        }
    }

    /** How many records have the best score. */
    int ties() {
        return best == 0 ? records : ties;
    }

    /** The record with the best score, the first that reached it; -1 if nothing agrees with any. */
    int bestRecord() {
        return bestRecord;
    }

    /** A record's score. */
    double score(int record) {
        return score[record];
    }

    /** How many of a person's records have the best score. */
    int bestRecordsOf(int person) {
        int count = 0;
        for (int r = person; r < score.length; r += index.people()) {
            count += index.has(r) && score[r] == best ? 1 : 0;
        }
        return count;
    }

    /** The deviation of the scores of all records. */
    double sigma() {
        double mean = sum / records;
        return Math.sqrt(Math.max(0, squares / records - mean * mean));
    }

    /** How many deviations the best score is above the second: how sure the attacker is. */
    double eccentricity() {
        double sigma = sigma();
        return sigma == 0 ? 0 : (best - second) / sigma;
    }

    /**
     * How many bits are lacking to name a person's records: {@code -log2} of their share in the distribution over all records
     * proportional to exp(score / sigma). Scores are taken to 1/256 of sigma.
     */
    double bitsLeft(int person) {
        double sigma = sigma();
        double steps = sigma == 0 ? 0 : STEPS_PER_SIGMA / sigma;
        double all = added < score.length / SHORT ? sumOfScored(steps) : sumOfAll(steps);
        double own = 0;
        for (int r = person; r < score.length; r += index.people()) {
            own += index.has(r) ? BELOW_BEST[step(score[r], steps)] : 0;
        }
        return own == 0 ? MOST_BITS : StrictMath.log(all / own) / LN_2;
    }

    /** Hot: a pass over all records. */
    private double sumOfAll(double steps) {
        double all = 0;
        for (double s : score) {
            all += BELOW_BEST[step(s, steps)];
        }
        return all - (score.length - records) * BELOW_BEST[step(0, steps)];
    }

    /** The same by way of what was added, where that is shorter; scores that are counted turn negative and back again. */
    private double sumOfScored(double steps) {
        double all = 0;
        int scored = 0;
        for (int k = 0; k < items; k++) {
            for (int at = index.start[item[k]]; at < index.start[item[k] + 1]; at++) {
                double s = score[index.record[at]];
                if (s > 0) {
                    all += BELOW_BEST[step(s, steps)];
                    scored++;
                    score[index.record[at]] = -s;
                }
            }
        }
        for (int k = 0; k < items; k++) {
            for (int at = index.start[item[k]]; at < index.start[item[k] + 1]; at++) {
                score[index.record[at]] = Math.abs(score[index.record[at]]);
            }
        }
        return all + (records - scored) * BELOW_BEST[step(0, steps)];
    }

    private int step(double s, double steps) {
        return (int) Math.min(BELOW_BEST.length - 1, (best - s) * steps + 0.5);
    }
}
