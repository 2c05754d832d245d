package podium.scoring.ratings;

import java.time.LocalDate;
import java.util.Locale;

/** What becomes of the days of ratings. */
public enum DateRule {
    /** No day is published. */
    DROP {
        @Override
        public int coarsened(int day) {
            return Ratings.NO_DAY;
        }
    },
    /** The first day of the year stands for all its days. */
    YEAR {
        @Override
        public int coarsened(int day) {
            return day == Ratings.NO_DAY
                    ? day
                    : (int) LocalDate.ofEpochDay(day).withDayOfYear(1).toEpochDay();
        }
    },
    /** The first day of the month stands for all its days. */
    MONTH {
        @Override
        public int coarsened(int day) {
            return day == Ratings.NO_DAY
                    ? day
                    : (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
        }
    },
    /** Days are published as they are. */
    KEEP {
        @Override
        public int coarsened(int day) {
            return day;
        }
    };

    /** The day that stands for a day; {@link Ratings#NO_DAY} if none is published. */
    public abstract int coarsened(int day);

    /** The word for it in plans and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
