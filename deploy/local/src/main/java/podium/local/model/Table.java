package podium.local.model;

import java.util.List;

/**
 * A small table of text, as read from a released file.
 *
 * @param columns names, in the file's order
 * @param rows one list of values per row, as long as {@code columns}
 */
public record Table(List<String> columns, List<List<String>> rows) {
    /** Refuses ragged rows. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row has " + row.size() + " values where " + columns.size() + " are expected: " + row);
            }
        }
    }

    /**
     * One column.
     *
     * @param name its name
     * @return its values, row by row
     */
    public List<String> column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("There is no column " + name + " among " + columns + ".");
        }
        return rows.stream().map(row -> row.get(index)).toList();
    }
}
