package podium.local.demo;

import java.util.List;
import java.util.Set;
import podium.local.model.Learner;

/**
 * One thing that a contestant tries.
 *
 * @param title what it is, for people
 * @param learner how the model is made
 * @param columns that are used; empty for all
 * @param damage done to the file before it is sent
 */
record Attempt(String title, Learner learner, Set<String> columns, Damage damage) {
    /** Copies the columns. */
    Attempt {
        columns = Set.copyOf(columns);
    }

    /** What may be wrong with a file. */
    enum Damage {
        /** Nothing. */
        NONE,
        /** A word for a number, a number too large, a row twice, a row of nobody, rows that are missing. */
        MANY
    }

    Attempt(String title, Learner learner, String... columns) {
        this(title, learner, Set.of(columns), Damage.NONE);
    }

    Attempt damaged() {
        return new Attempt(title, learner, columns, Damage.MANY);
    }

    /** The columns to use among those that there are. */
    List<String> among(List<String> available) {
        List<String> wanted = available.stream().filter(columns::contains).toList();
        return wanted.isEmpty() ? available : wanted;
    }
}
