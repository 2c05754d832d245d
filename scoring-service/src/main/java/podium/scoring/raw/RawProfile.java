package podium.scoring.raw;

import java.util.List;
import java.util.Optional;

/**
 * What one pass finds out about a raw file.
 *
 * @param separator what separates its cells
 * @param rows how many rows, the header not counted
 * @param columns its columns, in their order
 */
public record RawProfile(String separator, long rows, List<ColumnProfile> columns) {

    public RawProfile {
        columns = List.copyOf(columns);
    }

    /** The profile of a column, empty if there is none of that name. */
    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
