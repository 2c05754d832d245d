package podium.scoring.raw;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Times as raw files write them: ISO dates, local or with an offset, or plain numbers. */
public final class TimeText {
    private static final int DATE_LENGTH = "2026-01-01".length();

    private TimeText() {}

    /**
     * When it is, comparable within one column: milliseconds since 1970 in UTC (a date is its first moment, a local time is
     * taken as UTC), or the whole number that stands there, whatever its unit.
     *
     * @return empty if it is no time
     */
    public static OptionalLong value(String text) {
        try {
            if (Numerals.isNumber(text) && Numerals.isInteger(text)) {
                return OptionalLong.of(Long.parseLong(text));
            }
            if (text.length() == DATE_LENGTH) {
                return OptionalLong.of(LocalDate.parse(text)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli());
            }
            return OptionalLong.of(instant(text.replace(' ', 'T')).toEpochMilli());
        } catch (DateTimeException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Whether it is a date or an instant in ISO's form, and no plain number. */
    public static boolean isDate(String text) {
        return text.length() >= DATE_LENGTH
                && Character.isDigit(text.charAt(0))
                && text.charAt(DATE_LENGTH - "-01".length()) == '-'
                && value(text).isPresent();
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
    }
}
