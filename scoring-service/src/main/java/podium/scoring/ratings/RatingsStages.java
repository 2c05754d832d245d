package podium.scoring.ratings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import podium.scoring.key.KeyedChoice;
import podium.scoring.stage.Progress;
import podium.scoring.stage.StageRecord;

/**
 * Makes a release of ratings: split, sample users, throw out what few people share, sample rows, cap, dates, noise. Every choice
 * is by a keyed hash of what is chosen, so the same rows, plan and key give the same release, and nothing depends on the order of
 * rows.
 *
 * <p>The split comes first in meaning: whether a row is hidden depends on nothing but the row. It is worked out last, for the rows
 * that are left, because a hash of a hundred million rows takes a minute.
 */
public final class RatingsStages {
    private static final int WORD = 64;

    private final Ratings raw;
    private final RatingsPlan plan;
    private final RatingsSplit split;
    private final byte[] key;
    private final Progress progress;
    private final List<StageRecord> records = new ArrayList<>();

    /**
     * @param key decides every choice, 256 secret bits
     */
    public RatingsStages(Ratings raw, RatingsPlan plan, RatingsSplit split, byte[] key, Progress progress) {
        this.raw = raw;
        this.plan = plan;
        this.split = split;
        this.key = key.clone();
        this.progress = progress;
    }

    /** Does it. */
    public Result run() {
        records.add(new StageRecord(
                "split",
                Map.of("by", split.by().name().toLowerCase(Locale.ROOT), "share", split.share()),
                raw.rows(),
                raw.rows()));
        BitSet rows = stage("sample-users", Map.of("share", plan.userShare()), null, _ -> sampledUsers());
        rows = stage(
                "thresholds",
                Map.of("usersPerItem", plan.minimumUsersPerItem(), "rowsPerUser", plan.minimumRowsPerUser()),
                rows,
                this::thresholds);
        rows = stage("sample-rows", Map.of("share", plan.rowShare()), rows, this::sampledRows);
        rows = stage("cap-rows", Map.of("rowsPerUser", plan.rowsPerUser()), rows, this::capped);
        BitSet published = rows;
        BitSet hidden = chosen(this::hidden, published);
        records.add(new StageRecord(
                "dates",
                Map.of("rule", raw.dated() ? plan.dates().word() : "none"),
                published.cardinality(),
                published.cardinality()));
        Ratings told = noisy(published, hidden);
        return new Result(
                new RatingsRelease(raw, told, published, hidden, raw.dated() ? plan.dates() : DateRule.DROP), records);
    }

    private BitSet stage(String id, Map<String, Object> parameters, @Nullable BitSet before, Step step) {
        progress.begin(id, raw.rows());
        long rowsIn = before == null ? raw.rows() : before.cardinality();
        BitSet after = step.apply(before == null ? new BitSet() : before);
        records.add(new StageRecord(id, parameters, rowsIn, after.cardinality()));
        progress.advance(raw.rows());
        return after;
    }

    private BitSet sampledUsers() {
        KeyedChoice choice = new KeyedChoice(key, "users", plan.userShare());
        BitSet users = new BitSet(raw.users());
        for (int user = 0; user < raw.users(); user++) {
            users.set(user, choice.isChosen(user));
        }
        return bits(() -> row -> users.get(raw.user(row)));
    }

    /** Items with too few users and users with too few rows go, again and again until all that is left has enough. */
    private BitSet thresholds(BitSet before) {
        BitSet rows = (BitSet) before.clone();
        BitSet first = firstOfPair(before);
        int left = rows.cardinality();
        while (true) {
            int[] perItem = new int[raw.items()];
            int[] perUser = new int[raw.users()];
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                perItem[raw.item(row)] += first.get(row) ? 1 : 0;
                perUser[raw.user(row)]++;
            }
            BitSet now = rows;
            rows = bits(() -> row -> now.get(row)
                    && perItem[raw.item(row)] >= plan.minimumUsersPerItem()
                    && perUser[raw.user(row)] >= plan.minimumRowsPerUser());
            int after = rows.cardinality();
            if (after == left) {
                return rows;
            }
            left = after;
        }
    }

    /** One row of each user and item: users and items go with all their rows, so that one row stands for the pair throughout. */
    private BitSet firstOfPair(BitSet rows) {
        int[] lastUser = new int[raw.items()];
        Arrays.fill(lastUser, -1);
        BitSet first = new BitSet(raw.rows());
        for (int row : RowsOfUsers.of(raw, rows).row()) {
            if (lastUser[raw.item(row)] != raw.user(row)) {
                lastUser[raw.item(row)] = raw.user(row);
                first.set(row);
            }
        }
        return first;
    }

    private BitSet sampledRows(BitSet before) {
        if (plan.rowShare() == 1) {
            return before;
        }
        return chosen(
                () -> {
                    KeyedChoice choice = new KeyedChoice(key, "rows", plan.rowShare());
                    return choice::isChosen;
                },
                before);
    }

    /** Of each user with too many rows those with the smallest hashes. */
    private BitSet capped(BitSet before) {
        if (plan.rowsPerUser() == 0) {
            return before;
        }
        RowsOfUsers rows = RowsOfUsers.of(raw, before);
        int slices = Math.min(raw.users(), 64);
        BitSet kept = (BitSet) before.clone();
        int[] dropped = IntStream.range(0, slices)
                .parallel()
                .flatMap(slice -> {
                    KeyedChoice choice = new KeyedChoice(key, "cap", 1);
                    return IntStream.range((int) ((long) raw.users() * slice / slices), (int)
                                    ((long) raw.users() * (slice + 1) / slices))
                            .flatMap(user -> rows.beyond(user, plan.rowsPerUser(), choice::bits));
                })
                .toArray();
        for (int row : dropped) {
            kept.clear(row);
        }
        return kept;
    }

    private IntPredicate hidden() {
        return switch (split.by()) {
            case ROW -> new KeyedChoice(key, "holdout", split.share())::isChosen;
            case USER -> {
                KeyedChoice choice = new KeyedChoice(key, "holdout-user", split.share());
                BitSet users = new BitSet(raw.users());
                for (int user = 0; user < raw.users(); user++) {
                    users.set(user, choice.isChosen(user));
                }
                yield row -> users.get(raw.user(row));
            }
            case TIME -> {
                int first = firstHiddenDay();
                yield row -> raw.day(row) >= first;
            }
        };
    }

    /** The first day from which on at most the share of rows lies. */
    private int firstHiddenDay() {
        int[] days =
                IntStream.range(0, raw.rows()).parallel().map(raw::day).sorted().toArray();
        int at = Math.clamp((long) Math.ceil((1 - split.share()) * days.length), 0, Math.max(0, days.length - 1));
        int day = days.length == 0 ? Integer.MAX_VALUE : days[at];
        boolean cut = at > 0 && days[at - 1] == day && day < days[days.length - 1];
        return cut ? day + 1 : day;
    }

    private Ratings noisy(BitSet published, BitSet hidden) {
        if (plan.noise() == 0) {
            return raw;
        }
        progress.begin("noise", published.cardinality());
        KeyedChoice drawn = new KeyedChoice(key, "noise", plan.noise());
        KeyedChoice value = new KeyedChoice(key, "noise-value", 1);
        float[] ratings = new float[raw.rows()];
        published.stream().forEach(row -> ratings[row] = raw.rating(row));
        double[] distinct = published.stream()
                .mapToDouble(row -> raw.rating(row))
                .distinct()
                .sorted()
                .toArray();
        for (int row = published.nextSetBit(0); row >= 0; row = published.nextSetBit(row + 1)) {
            if (!hidden.get(row) && drawn.isChosen(row)) {
                ratings[row] = (float) distinct[(int) Long.remainderUnsigned(value.bits(row), distinct.length)];
            }
        }
        records.add(new StageRecord(
                "noise", Map.of("probability", plan.noise()), published.cardinality(), published.cardinality()));
        return raw.withRatings(ratings);
    }

    private BitSet chosen(Supplier<IntPredicate> choice, BitSet among) {
        return bits(() -> {
            IntPredicate one = choice.get();
            return row -> among.get(row) && one.test(row);
        });
    }

    /** The rows for which something holds, on all cores; each works on words of its own. */
    private BitSet bits(Supplier<IntPredicate> predicate) {
        int words = (raw.rows() + WORD - 1) / WORD;
        long[] bits = new long[words];
        int slices = Math.clamp(words / 1024, 1, 64);
        IntStream.range(0, slices).parallel().forEach(slice -> {
            IntPredicate one = predicate.get();
            int to = (int) ((long) words * (slice + 1) / slices);
            for (int word = (int) ((long) words * slice / slices); word < to; word++) {
                int last = Math.min(raw.rows(), (word + 1) * WORD);
                for (int row = word * WORD; row < last; row++) {
                    if (one.test(row)) {
                        bits[word] |= 1L << row;
                    }
                }
            }
        });
        return BitSet.valueOf(bits);
    }

    /** One stage: rows in, rows out. */
    private interface Step {
        BitSet apply(BitSet before);
    }

    /**
     * What the stages made.
     *
     * @param release what is to be published
     * @param stages each stage, in order
     */
    public record Result(RatingsRelease release, List<StageRecord> stages) {
        public Result {
            stages = List.copyOf(stages);
        }
    }
}
