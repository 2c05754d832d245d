package podium.local.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the values of categorical columns, learned from the training rows. A value that was not seen there becomes
 * {@link #UNSEEN}, which every model takes as "says nothing".
 */
public final class Encoding {
    /** The code of a value that the training rows do not have. */
    public static final int UNSEEN = -1;

    private final List<String> columns;
    private final List<Map<String, Integer>> codes;

    private Encoding(List<String> columns, List<Map<String, Integer>> codes) {
        this.columns = columns;
        this.codes = codes;
    }

    /**
     * Learns the values of some columns.
     *
     * @param table the training rows
     * @param columns the columns to use
     * @return the encoding
     */
    public static Encoding of(Table table, List<String> columns) {
        List<Map<String, Integer>> codes = columns.stream()
                .map(column -> {
                    Map<String, Integer> values = new HashMap<>();
                    for (String value : table.column(column)) {
                        values.putIfAbsent(value, values.size());
                    }
                    return values;
                })
                .toList();
        return new Encoding(List.copyOf(columns), codes);
    }

    /**
     * The rows of a table as numbers.
     *
     * @param table any table with these columns
     * @return {@code [row][column]}, each {@link #UNSEEN} or in {@code 0..values(column)-1}
     */
    public int[][] encode(Table table) {
        int[][] rows = new int[table.rows().size()][columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            Map<String, Integer> values = codes.get(c);
            List<String> column = table.column(columns.get(c));
            for (int r = 0; r < rows.length; r++) {
                rows[r][c] = values.getOrDefault(column.get(r), UNSEEN);
            }
        }
        return rows;
    }

    /**
     * How many columns.
     *
     * @return the count
     */
    public int width() {
        return columns.size();
    }

    /**
     * How many different values the training rows have in a column.
     *
     * @param column its index
     * @return the count
     */
    public int values(int column) {
        return codes.get(column).size();
    }
}
