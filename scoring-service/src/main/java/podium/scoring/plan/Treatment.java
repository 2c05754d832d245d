package podium.scoring.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import podium.scoring.ratings.RatingsPlan;

/** What is done to the rows: it depends on what the data are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Treatment.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Treatment.Ratings.class, name = "ratings")
})
public sealed interface Treatment {

    /**
     * Microdata, one row for each person: quasi-identifiers are generalized until everybody has company.
     *
     * @param k every published row shares its quasi-identifiers with at least k - 1 others
     * @param suppressionLimit the share of all rows that may be left out to reach k
     * @param method how the generalization is found
     * @param loss what the best generalization loses least of
     * @param diversity what each class has to have of sensitive values, null where no column is sensitive
     */
    record Table(
            int k,
            BigDecimal suppressionLimit,
            Method method,
            Loss loss,
            @Nullable Diversity diversity) implements Treatment {}

    /**
     * Ratings of items by users: people are found again by what they rated, so rows are sampled.
     *
     * @param user the column of the users
     * @param item the column of the items
     * @param stages what is sampled, thrown out and coarsened
     * @param attributes the columns of the file about the items, in its order; empty where there is none
     */
    record Ratings(String user, String item, RatingsPlan stages, List<Plan.PlannedColumn> attributes)
            implements Treatment {
        public Ratings {
            // Plans that were kept before there were such files say nothing of them.
            attributes = attributes == null ? List.of() : List.copyOf(attributes);
        }

        /** The names of the attributes that are published. */
        public List<String> published() {
            return attributes.stream()
                    .filter(column -> column.columnClass() == ColumnClass.FEATURE)
                    .map(Plan.PlannedColumn::name)
                    .toList();
        }
    }

    /** How the generalization of a table is found. */
    enum Method {
        /** The plan names the level of each quasi-identifier. */
        LEVELS,
        /** The best levels of all are searched for. */
        OPTIMAL,
        /** Regions of the space of quasi-identifiers, each cut as long as it stays large enough (Mondrian). */
        MONDRIAN;

        /** The word for it in JSON. */
        @JsonValue
        public String word() {
            return Treatment.word(this);
        }
    }

    /** What generalization loses. */
    enum Loss {
        /** The share of an attribute's values that a published value may stand for. */
        LOSS,
        /** Rows a class. */
        AVERAGE_CLASS_SIZE,
        /** Sum of squared class sizes. */
        DISCERNIBILITY,
        /** Bits of the attributes that are gone. */
        NON_UNIFORM_ENTROPY;

        /** The word for it in JSON. */
        @JsonValue
        public String word() {
            return Treatment.word(this);
        }
    }

    /**
     * l-diversity: how many sensitive values each class has to have.
     *
     * @param l how many
     * @param entropy whether values count by the entropy of their distribution, rather than each distinct one as one
     */
    record Diversity(BigDecimal l, boolean entropy) {}

    /** The constant with such a word, null if there is none. */
    static <E extends Enum<E>> @Nullable E of(E[] values, @Nullable String word) {
        for (E value : values) {
            if (word(value).equals(word)) {
                return value;
            }
        }
        return null;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
