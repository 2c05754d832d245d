package podium.scoring.raw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import podium.scoring.ratings.Ratings;
import podium.scoring.stage.Progress;

/**
 * Reads raw ratings into columns: 16 bytes a row, and each user, item, day and rating once.
 *
 * <p>A rating is a number, kept as a 32-bit float. A day is a date, an instant, or a number of days, seconds or milliseconds since
 * 1970, told apart by its size.
 */
public final class RatingsReader {
    private static final long MOST_DAYS = 1_000_000;
    private static final long MOST_SECONDS = 100_000_000_000L;
    private static final int REPORT_EVERY = 1 << 16;

    private final RawReader reader;
    private final Columns columns;
    private final Map<String, Integer> users = new HashMap<>();
    private final Map<String, Integer> items = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();
    private final Map<String, Float> ratings = new HashMap<>();
    private final IntChunks user = new IntChunks();
    private final IntChunks item = new IntChunks();
    private final IntChunks rating = new IntChunks();
    private final IntChunks day = new IntChunks();
    private final Map<String, List<String>> attributes = new LinkedHashMap<>();
    private final List<String> varying = new ArrayList<>();
    private int lines = 1;

    /**
     * @param reader a reader at the first row
     * @param columns which column is what
     */
    public RatingsReader(RawReader reader, Columns columns) {
        this.reader = reader;
        this.columns = columns;
        columns.attributes().forEach(name -> attributes.put(name, new ArrayList<>()));
    }

    /**
     * Reads to the end; for one use.
     *
     * @param rows how many rows are expected, for the progress
     * @throws RawFormatException a row cannot be read, has no user or item, or a rating or a day that is none
     */
    public RatingsTable read(long rows, Progress progress) {
        progress.begin("read", rows);
        int userAt = index(columns.user());
        int itemAt = index(columns.item());
        int ratingAt = index(columns.rating());
        int dayAt = columns.day() == null ? -1 : index(columns.day());
        Map<String, Integer> attributeAt = new LinkedHashMap<>();
        columns.attributes().forEach(name -> attributeAt.put(name, index(name)));
        for (List<String> row = reader.next(); row != null; row = reader.next()) {
            lines++;
            int which = code(items, row.get(itemAt), columns.item());
            user.add(code(users, row.get(userAt), columns.user()));
            item.add(which);
            rating.add(Float.floatToRawIntBits(rating(row.get(ratingAt))));
            if (dayAt >= 0) {
                day.add(day(row.get(dayAt)));
            }
            for (Map.Entry<String, Integer> attribute : attributeAt.entrySet()) {
                attribute(attribute.getKey(), which, row.get(attribute.getValue()));
            }
            if (lines % REPORT_EVERY == 0) {
                progress.advance(REPORT_EVERY);
            }
        }
        varying.forEach(attributes::remove);
        Ratings table = new Ratings(
                users.size(),
                items.size(),
                user.toArray(),
                item.toArray(),
                rating.toFloats(),
                dayAt < 0 ? null : day.toArray());
        return new RatingsTable(table, users, items, attributes, varying);
    }

    private int index(String name) {
        int index = reader.header().indexOf(name);
        if (index < 0) {
            throw new RawFormatException("The file has no column \"" + name + "\".");
        }
        return index;
    }

    private int code(Map<String, Integer> codes, String text, String column) {
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        if (text.isEmpty()) {
            throw new RawFormatException("Row " + (lines - 1) + " has no \"" + column + "\".");
        }
        int next = codes.size();
        codes.put(text, next);
        return next;
    }

    private float rating(String text) {
        Float known = ratings.get(text);
        if (known != null) {
            return known;
        }
        if (!Numerals.isNumber(text)) {
            throw new RawFormatException("Row " + (lines - 1) + ": the rating is not a number.");
        }
        float value = Float.parseFloat(text);
        ratings.put(text, value);
        return value;
    }

    private int day(String text) {
        Integer known = days.get(text);
        if (known != null) {
            return known;
        }
        int value = text.isEmpty() ? Ratings.NO_DAY : dayOf(text);
        days.put(text, value);
        return value;
    }

    private int dayOf(String text) {
        OptionalLong time = TimeText.value(text);
        if (time.isEmpty()) {
            throw new RawFormatException("Row " + (lines - 1)
                    + ": the day is neither a date such as 2005-12-31, nor an instant, nor a number since 1970.");
        }
        long value = time.getAsLong();
        boolean number = Numerals.isNumber(text) && Numerals.isInteger(text);
        if (number && Math.abs(value) < MOST_DAYS) {
            return (int) value;
        }
        boolean seconds = number && Math.abs(value) < MOST_SECONDS;
        return (int) Math.floorDiv(value, seconds ? TimeUnit.DAYS.toSeconds(1) : TimeUnit.DAYS.toMillis(1));
    }

    private void attribute(String name, int which, String value) {
        List<String> values = attributes.get(name);
        if (values == null) {
            return;
        }
        if (which == values.size()) {
            values.add(value);
        } else if (!values.get(which).equals(value) && !varying.contains(name)) {
            varying.add(name);
        }
    }

    /**
     * Which column is what.
     *
     * @param user of the users
     * @param item of the items
     * @param rating of the ratings
     * @param day of the days, null if there is none
     * @param attributes columns that say something about the item
     */
    public record Columns(
            String user,
            String item,
            String rating,
            @Nullable String day,
            List<String> attributes) {
        public Columns {
            attributes = List.copyOf(attributes);
        }
    }
}
