package podium.kit.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the items, in the list's order
 * @param next the cursor that asks for the following part, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page of rows that were read with one more than the page holds: the extra one says that there are more.
     *
     * @param rows at most {@code limit + 1} rows
     * @param limit the size of a page
     * @param cursor the place of a row in the list
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<? super T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()).toString());
    }

    /** The same page of other items. */
    public <R> Page<R> map(Function<? super T, ? extends R> f) {
        return new Page<>(items.stream().<R>map(f).toList(), next);
    }
}
