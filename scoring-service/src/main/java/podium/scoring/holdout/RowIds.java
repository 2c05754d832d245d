package podium.scoring.holdout;

import java.nio.charset.StandardCharsets;

/** The ids of the hidden rows, and the way from an id, as its bytes stand in a file, to its row. Threads share one. */
public sealed interface RowIds permits NumberIds, TextIds {

    /** How many rows. */
    int rows();

    /** The id of a row, as it is written. */
    String text(int row);

    /** The row whose id is exactly these bytes, -1 if there is none. */
    int rowOf(byte[] bytes, int from, int to);

    /** The row with an id, -1 if there is none. */
    default int rowOf(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return rowOf(bytes, 0, bytes.length);
    }

    /**
     * Ids that are positive numbers.
     *
     * @throws IllegalArgumentException one is not positive, or there twice
     */
    static RowIds of(int... ids) {
        RowIdsBuilder builder = new RowIdsBuilder();
        for (int id : ids) {
            builder.add(id);
        }
        return builder.build();
    }

    /**
     * Ids of any kind.
     *
     * @throws IllegalArgumentException one is empty, has a line feed, or is there twice
     */
    static RowIds of(Iterable<String> ids) {
        RowIdsBuilder builder = new RowIdsBuilder();
        ids.forEach(builder::add);
        return builder.build();
    }
}
