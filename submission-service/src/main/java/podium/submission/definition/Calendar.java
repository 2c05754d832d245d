package podium.submission.definition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instants of a definition, held against each other.
 *
 * @param closesAt null only if something is wrong
 */
record Calendar(
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant entryDeadline,
        @Nullable Instant teamMergerDeadline) {

    static Calendar read(Fields fields) {
        Instant opensAt = fields.instant("opensAt", false);
        Instant closesAt = fields.instant("closesAt", true);
        if (opensAt != null && closesAt != null && !opensAt.isBefore(closesAt)) {
            fields.wrong("closesAt", "must be later than opensAt");
        }
        return new Calendar(
                opensAt,
                closesAt,
                between(fields, "entryDeadline", opensAt, closesAt),
                between(fields, "teamMergerDeadline", opensAt, closesAt));
    }

    private static @Nullable Instant between(
            Fields fields, String name, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        Instant instant = fields.instant(name, false);
        if (instant != null && opensAt != null && !instant.isAfter(opensAt)) {
            fields.wrong(name, "must be later than opensAt");
        }
        if (instant != null && closesAt != null && instant.isAfter(closesAt)) {
            fields.wrong(name, "must not be later than closesAt");
        }
        return instant;
    }
}
