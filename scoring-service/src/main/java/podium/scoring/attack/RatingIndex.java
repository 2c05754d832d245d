package podium.scoring.attack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;

/**
 * All that is published, by item: which records rated it, how, and when. Seven bytes a row (a record's number, the rating's
 * code, the day as a short), five where no days are published. Rows of a record that appear in several releases count once,
 * with the rating of the first release that publishes one.
 */
final class RatingIndex {
    /** Days are counted from the middle one, and at most so far: 82 years. */
    static final int FARTHEST_DAY = 30_000;

    /** A row without a day: farther from every day than anything that adds to a score. */
    static final short NO_DAY = Short.MIN_VALUE;

    final int[] start;
    final int[] record;
    final byte[] code;
    final short @Nullable [] day;

    private final int people;
    private final int items;
    private final RatingCodes codes;
    private final DateRule dates;
    private final int middleDay;
    private final int[] histogram;
    private final int recordNumbers;
    private final BitSet present = new BitSet();

    private RatingIndex(List<Records> published, int threads) {
        RatingsRelease first = published.getFirst().release();
        people = first.raw().users();
        items = first.raw().items();
        dates = finest(published);
        codes = RatingCodes.of(published);
        middleDay = middle(first);
        recordNumbers =
                published.stream().mapToInt(Records::recordNumbers).max().orElse(0);
        start = new int[items + 1];
        for (Records records : published) {
            count(records);
        }
        for (int i = 0; i < items; i++) {
            start[i + 1] += start[i];
        }
        record = new int[start[items]];
        code = new byte[start[items]];
        day = dates == DateRule.DROP ? null : new short[start[items]];
        int[] next = Arrays.copyOf(start, items);
        int[] bounds = bounds(threads);
        for (Records records : published) {
            IntStream.range(0, threads)
                    .parallel()
                    .forEach(slice -> fill(records, next, bounds[slice], bounds[slice + 1]));
        }
        if (published.size() > 1) {
            once();
        }
        histogram = new int[(items + 1) * codes.count()];
        countRatings();
    }

    /** Indexes what is published. */
    static RatingIndex of(List<Records> published, int threads) {
        return new RatingIndex(published, threads);
    }

    /** Cuts the items into slices with about as many rows. */
    private int[] bounds(int slices) {
        int[] bounds = new int[slices + 1];
        for (int slice = 1; slice < slices; slice++) {
            int item = Arrays.binarySearch(start, (int) ((long) start[items] * slice / slices));
            bounds[slice] = Math.max(bounds[slice - 1], item < 0 ? -item - 1 : item);
        }
        bounds[slices] = items;
        return bounds;
    }

    private static DateRule finest(List<Records> published) {
        DateRule finest = DateRule.DROP;
        for (Records records : published) {
            if (records.dated() && records.release().dates().compareTo(finest) > 0) {
                finest = records.release().dates();
            }
        }
        return finest;
    }

    /** The median of up to 4,096 days, evenly spaced among the rows. */
    private static int middle(RatingsRelease release) {
        Ratings raw = release.raw();
        int sampled = Math.min(raw.rows(), 4096);
        int[] days = new int[sampled];
        int count = 0;
        for (int s = 0; s < sampled; s++) {
            int sample = raw.day((int) ((long) raw.rows() * s / sampled));
            if (sample != Ratings.NO_DAY) {
                days[count++] = sample;
            }
        }
        Arrays.sort(days, 0, count);
        return count == 0 ? 0 : days[count / 2];
    }

    private void count(Records records) {
        BitSet rows = records.release().published();
        Ratings raw = records.release().raw();
        int last = -1;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            start[raw.item(row) + 1]++;
            if (raw.user(row) != last) {
                last = raw.user(row);
                present.set(records.recordOf(last));
            }
        }
    }

    /**
     * Hot: every published row once, in the order of the rows, so that the records of an item ascend where users do. A thread
     * looks at all rows and takes those of its items: waiting for memory is what costs here.
     */
    private void fill(Records records, int[] next, int from, int to) {
        RatingsRelease release = records.release();
        Ratings raw = release.raw();
        Ratings told = release.told();
        BitSet rows = release.published();
        BitSet hidden = release.hidden();
        short[] coarse = coarseDays(release.dates());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int item = raw.item(row);
            if (item >= from && item < to) {
                int at = next[item]++;
                record[at] = records.recordOf(raw.user(row));
                code[at] = (byte) (hidden.get(row) ? RatingCodes.HIDDEN : codes.code(told.rating(row)));
                if (day != null) {
                    short exact = shortDay(raw.day(row));
                    day[at] = exact == NO_DAY ? NO_DAY : coarse[exact + FARTHEST_DAY];
                }
            }
        }
    }

    /** What a rule makes of each day that the index can have. */
    private short[] coarseDays(DateRule rule) {
        short[] coarse = new short[2 * FARTHEST_DAY + 1];
        for (int d = 0; d < coarse.length; d++) {
            coarse[d] = shortDay(rule.coarsened(middleDay + d - FARTHEST_DAY));
        }
        return coarse;
    }

    /** The day as the index has it. */
    short shortDay(int epochDay) {
        if (epochDay == Ratings.NO_DAY) {
            return NO_DAY;
        }
        long distance = (long) epochDay - middleDay;
        return (short) Math.max(-FARTHEST_DAY, Math.min(FARTHEST_DAY, distance));
    }

    /** Leaves of several rows of a record and an item only the first that has a rating, or the first. */
    private void once() {
        int[] seenAt = new int[recordNumbers];
        Arrays.fill(seenAt, -1);
        int to = 0;
        for (int i = 0; i < items; i++) {
            int from = start[i];
            start[i] = to;
            for (int at = from; at < start[i + 1]; at++) {
                int seen = seenAt[record[at]];
                if (seen < start[i]) {
                    seenAt[record[at]] = to;
                    move(at, to++);
                } else if ((code[seen] & 0xff) == RatingCodes.HIDDEN) {
                    move(at, seen);
                }
            }
        }
        start[items] = to;
    }

    private void move(int from, int to) {
        record[to] = record[from];
        code[to] = code[from];
        if (day != null) {
            day[to] = day[from];
        }
    }

    /** How often each rating was published of each item; in the last row, of all items. */
    private void countRatings() {
        int n = codes.count();
        for (int i = 0; i < items; i++) {
            for (int at = start[i]; at < start[i + 1]; at++) {
                int c = code[at] & 0xff;
                if (c != RatingCodes.HIDDEN) {
                    histogram[i * n + c]++;
                    histogram[items * n + c]++;
                }
            }
        }
    }

    /** How many records there are; their numbers may have gaps. */
    int records() {
        return present.cardinality();
    }

    /** One more than the greatest number that a record can have. */
    int recordNumbers() {
        return recordNumbers;
    }

    /** How many people the raw data has; a record's number less a multiple of it is the person whose record it is. */
    int people() {
        return people;
    }

    /** Whether there is a record of this number. */
    boolean has(int number) {
        return present.get(number);
    }

    /** Whether a person has a record. */
    boolean hasRecordOf(int person) {
        for (int r = person; r < recordNumbers; r += people) {
            if (present.get(r)) {
                return true;
            }
        }
        return false;
    }

    RatingCodes codes() {
        return codes;
    }

    /** How the days of what is published were coarsened; the finest rule where releases differ. */
    DateRule dates() {
        return dates;
    }

    /** How many records have the item. */
    int support(int item) {
        return start[item + 1] - start[item];
    }

    /** How often a rating was published of an item; of all items together where of that one none was. */
    int[] ratingsOf(int item) {
        int n = codes.count();
        int[] counts = Arrays.copyOfRange(histogram, item * n, (item + 1) * n);
        return Arrays.stream(counts).allMatch(c -> c == 0)
                ? Arrays.copyOfRange(histogram, items * n, (items + 1) * n)
                : counts;
    }
}
