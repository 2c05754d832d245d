package podium.scoring.raw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.scoring.anonymization.Column;

/** Reads some columns of a raw file into memory: four bytes a cell, and each distinct value once. */
public final class TableReader {
    private TableReader() {}

    /**
     * Reads a file to its end.
     *
     * @param reader a reader at the first row
     * @param names the columns to keep; what is not kept never stays in memory
     * @param mostDistinct how many distinct values they may have together
     * @return the columns by name, in the file's order
     * @throws RawFormatException it cannot be read, or has too many distinct values
     */
    public static Map<String, Column> read(RawReader reader, Set<String> names, int mostDistinct) {
        List<Integer> indexes = new ArrayList<>();
        List<Column.Builder> builders = new ArrayList<>();
        for (int i = 0; i < reader.header().size(); i++) {
            if (names.contains(reader.header().get(i))) {
                indexes.add(i);
                builders.add(new Column.Builder(reader.header().get(i)));
            }
        }
        for (List<String> row = reader.next(); row != null; row = reader.next()) {
            long distinct = 0;
            for (int i = 0; i < builders.size(); i++) {
                builders.get(i).add(row.get(indexes.get(i)));
                distinct += builders.get(i).distinct();
            }
            if (distinct > mostDistinct) {
                throw new RawFormatException("The columns kept have more than " + mostDistinct
                        + " distinct values together: drop or coarsen the largest before the upload.");
            }
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        builders.forEach(builder -> {
            Column column = builder.build();
            columns.put(column.name(), column);
        });
        return columns;
    }
}
