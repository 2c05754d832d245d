package podium.scoring.raw;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one pass finds out about a column.
 *
 * @param name its name
 * @param type what all its cells that are not empty are
 * @param distinct how many distinct values, the empty one not counted; counted up to {@value Profiler#MOST_DISTINCT}
 * @param moreDistinct whether there are more than were counted
 * @param missing how many cells are empty
 * @param min no number is smaller; rounded to two digits, so that it is nobody's. Null if the column is not one of numbers
 * @param max no number is larger, likewise
 * @param guess the class that it might be given in a plan; a help, never applied by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ColumnProfile(
        String name,
        Type type,
        int distinct,
        boolean moreDistinct,
        long missing,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        String guess) {

    /** What the cells of a column are. */
    public enum Type {
        @JsonProperty("integer")
        INTEGER,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("text")
        TEXT
    }

    /** Whether every cell that is not empty is a number. */
    public boolean numeric() {
        return type != Type.TEXT;
    }
}
