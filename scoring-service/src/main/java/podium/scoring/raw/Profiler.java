package podium.scoring.raw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Profiles a raw file in one pass, with memory bounded by its columns. */
public final class Profiler {
    /** How many distinct values of a column are counted at most. */
    public static final int MOST_DISTINCT = 10_000;

    /** How many characters of distinct values are held at most, of all columns together. */
    private static final long MOST_CHARACTERS = 1 << 26;

    private static final int LONG_TEXT = 40;
    private static final int FEW_ROWS = 20;

    private static final Pattern ID_NAME = Pattern.compile("(?:^|[_\\s.-])(?i:id)$|[a-z](?:Id|ID)$");

    private Profiler() {}

    /**
     * Reads a file to its end.
     *
     * @param reader a reader at the first row
     * @param mostRows how many rows it may have
     * @param target the label column's name
     * @throws RawFormatException it cannot be read, has no rows, or too many
     */
    public static RawProfile profile(RawReader reader, long mostRows, String target) {
        Room room = new Room();
        List<Counter> counters =
                reader.header().stream().map(_ -> new Counter(room)).toList();
        for (List<String> row = reader.next(); row != null; row = reader.next()) {
            if (reader.rows() > mostRows) {
                throw new RawFormatException("There are more than " + mostRows + " rows; no more are read.");
            }
            for (int i = 0; i < counters.size(); i++) {
                counters.get(i).add(row.get(i));
            }
        }
        if (reader.rows() == 0) {
            throw new RawFormatException("There are no rows after the header.");
        }
        List<ColumnProfile> columns = new ArrayList<>();
        for (int i = 0; i < counters.size(); i++) {
            columns.add(counters.get(i).profile(reader.header().get(i), target, reader.rows()));
        }
        return new RawProfile(String.valueOf(reader.separator()), reader.rows(), columns);
    }

    /** What may still be held of values: cells may be long. */
    private static final class Room {
        private long characters = MOST_CHARACTERS;

        boolean takes(String cell) {
            characters -= cell.length();
            return characters >= 0;
        }
    }

    /** Counts one column. */
    private static final class Counter {
        private final Room room;
        private final Set<String> distinct = new HashSet<>();
        private boolean moreDistinct;
        private long missing;
        private long characters;
        private boolean numbers = true;
        private boolean integers = true;
        private boolean times = true;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private @Nullable String minText;
        private @Nullable String maxText;

        Counter(Room room) {
            this.room = room;
        }

        void add(String cell) {
            if (cell.isEmpty()) {
                missing++;
                return;
            }
            characters += cell.length();
            // Hot: most cells of a large file were seen before, and a value says the same each time.
            if (distinct.contains(cell)) {
                return;
            }
            if (distinct.size() < MOST_DISTINCT && room.takes(cell)) {
                distinct.add(cell);
            } else {
                moreDistinct = true;
            }
            times = times && TimeText.isDate(cell);
            numbers = numbers && Numerals.isNumber(cell);
            if (numbers) {
                addNumber(cell);
            }
        }

        private void addNumber(String cell) {
            integers = integers && Numerals.isInteger(cell);
            double number = Double.parseDouble(cell);
            if (number < min) {
                min = number;
                minText = cell;
            }
            if (number > max) {
                max = number;
                maxText = cell;
            }
        }

        ColumnProfile profile(String name, String target, long rows) {
            boolean numeric = numbers && !distinct.isEmpty();
            ColumnProfile.Type type = !numeric
                    ? ColumnProfile.Type.TEXT
                    : integers ? ColumnProfile.Type.INTEGER : ColumnProfile.Type.NUMBER;
            return new ColumnProfile(
                    name,
                    type,
                    distinct.size(),
                    moreDistinct,
                    missing,
                    numeric && minText != null ? rounded(minText, RoundingMode.FLOOR) : null,
                    numeric && maxText != null ? rounded(maxText, RoundingMode.CEILING) : null,
                    guess(name, name.equals(target), type, rows));
        }

        /** The largest income is a person's: ranges are told with two digits, away from the values. */
        private static BigDecimal rounded(String number, RoundingMode away) {
            BigDecimal round = new BigDecimal(number).round(new MathContext(2, away));
            return round.setScale(Math.max(0, round.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
        }

        private String guess(String name, boolean label, ColumnProfile.Type type, long rows) {
            long present = rows - missing;
            boolean allDistinct = !moreDistinct && distinct.size() == present && present > FEW_ROWS;
            if (label) {
                return "label";
            }
            if (times && !distinct.isEmpty()) {
                return "time";
            }
            // What is named like an id and comes again is what rows have in common.
            if (!allDistinct
                    && type != ColumnProfile.Type.NUMBER
                    && ID_NAME.matcher(name).find()) {
                return "group";
            }
            if (type == ColumnProfile.Type.TEXT && present > 0 && characters / present > LONG_TEXT) {
                return "free-text";
            }
            if (type != ColumnProfile.Type.NUMBER && (allDistinct || moreDistinct)) {
                return "direct-identifier";
            }
            return type == ColumnProfile.Type.NUMBER ? "feature" : "quasi-identifier";
        }
    }
}
