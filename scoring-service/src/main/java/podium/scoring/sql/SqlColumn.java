package podium.scoring.sql;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** A column of a table that a query sees, as a function of the row of the solution. */
public sealed interface SqlColumn {
    /** Its name in the query. */
    String name();

    /** Whole numbers: {@code BIGINT}. */
    record Wholes(String name, IntToLongFunction value) implements SqlColumn {}

    /** Numbers: {@code DOUBLE}. */
    record Numbers(String name, IntToDoubleFunction value) implements SqlColumn {}

    /** Texts: {@code VARCHAR}; null is {@code NULL}. */
    record Texts(String name, IntFunction<@Nullable String> value) implements SqlColumn {}
}
