package podium.scoring.contest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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

    @JdbcTypeCode(SqlTypes.JSON)
    ContestDefinition definition;

    Instant changedAt;

    KnownContest known() {
        return new KnownContest(
                id,
                version,
                slug,
                ContestState.valueOf(state.toUpperCase(Locale.ROOT)),
                Visibility.valueOf(visibility.toUpperCase(Locale.ROOT)),
                java.util.List.of(organizers),
                definition.task(),
                definition.maxBytes());
    }
}
