package podium.scoring.raw;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what is known of the items that are rated from a file of its own, a row for each. */
public final class ItemsReader {
    /** How many characters are held at most. */
    private static final long MOST_CHARACTERS = 1 << 27;

    private ItemsReader() {}

    /**
     * Reads a file to its end. Items that nobody rated are skipped; what is not known of an item that was rated is empty.
     *
     * @param reader a reader at the first row
     * @param item the column that names the item
     * @param names the columns to keep
     * @param codes the code of each rated item by its name
     * @return for each column by name the value of every item, by its code
     * @throws RawFormatException it cannot be read, lacks a column, has two rows for one item, or is too much to be held
     */
    public static Map<String, List<String>> read(
            RawReader reader, String item, List<String> names, Map<String, Integer> codes) {
        int itemAt = index(reader, item);
        Map<String, List<String>> attributes = new HashMap<>();
        List<Kept> kept = new ArrayList<>();
        for (String name : names) {
            List<String> values = new ArrayList<>(Collections.nCopies(codes.size(), ""));
            attributes.put(name, values);
            kept.add(new Kept(index(reader, name), values));
        }
        BitSet seen = new BitSet(codes.size());
        long characters = 0;
        for (List<String> row = reader.next(); row != null; row = reader.next()) {
            Integer code = codes.get(row.get(itemAt));
            if (code == null) {
                continue;
            }
            if (seen.get(code)) {
                throw new RawFormatException("Row " + reader.rows()
                        + " of the file about the items: there was a row for this item before; each item has one.");
            }
            seen.set(code);
            for (Kept column : kept) {
                column.values.set(code, row.get(column.at));
                characters += row.get(column.at).length();
            }
            if (characters > MOST_CHARACTERS) {
                throw new RawFormatException("What the file says of the items is more than " + MOST_CHARACTERS
                        + " characters; drop the longest columns.");
            }
        }
        return attributes;
    }

    /** A column that is kept: where it stands, and what it says of each item. */
    private record Kept(int at, List<String> values) {}

    private static int index(RawReader reader, String name) {
        int index = reader.header().indexOf(name);
        if (index < 0) {
            throw new RawFormatException("The file about the items has no column \"" + name + "\".");
        }
        return index;
    }
}
