package podium.scoring.contest;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import podium.scoring.json.JsonColumn;

/** A row of the table {@code contest}. */
@Entity
@Table(name = "contest")
@SuppressWarnings("NullAway.Init") // filled in by Hibernate
class ContestEntity {
    @Id
    UUID id;

    int version;
    String slug;
    String state;
    String visibility;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] organizers;

    @Convert(converter = DefinitionColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    ContestDefinition definition;

    Instant changedAt;

    KnownContest known() {
        return new KnownContest(
                id,
                version,
                slug,
                ContestState.of(state),
                Visibility.valueOf(visibility.toUpperCase(Locale.ROOT)),
                List.of(organizers),
                definition.task(),
                definition.maxBytes(),
                definition.boardRules());
    }

    /** The definition as JSON. */
    static final class DefinitionColumn extends JsonColumn<ContestDefinition> {
        DefinitionColumn() {
            super(ContestDefinition.class);
        }
    }
}
