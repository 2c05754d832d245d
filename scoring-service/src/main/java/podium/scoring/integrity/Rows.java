package podium.scoring.integrity;

import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.function.Function;

/** Reads the rows of a query for tuples. */
final class Rows {
    private Rows() {}

    static <T> List<T> read(Query query, Function<Tuple, T> reader) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> reader.apply((Tuple) row)).toList();
    }
}
