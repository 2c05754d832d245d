package podium.scoring.reveal;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import podium.scoring.json.JsonColumn;

/** A row of the table {@code settlement}. */
@Entity
@Table(name = "settlement")
@SuppressWarnings("NullAway.Init") // filled in by Hibernate
class SettlementEntity {
    @Id
    UUID contestId;

    int acceptedCount;

    @Convert(converter = ChosenColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    Chosen finalSelections;

    Instant settledAt;

    @Nullable
    Integer revealedCount;

    @Nullable
    UUID completeEventId;

    @Nullable
    Instant completedAt;

    static SettlementEntity of(ContestSettled settled) {
        SettlementEntity entity = new SettlementEntity();
        entity.contestId = settled.contestId();
        entity.acceptedCount = settled.acceptedCount();
        entity.finalSelections = new Chosen(settled.finalSelections());
        entity.settledAt = settled.settledAt();
        return entity;
    }

    boolean isComplete() {
        return completedAt != null;
    }

    /** What the teams chose. */
    record Chosen(List<ContestSettled.FinalSelection> teams) {}

    /** What the teams chose, as JSON. */
    static final class ChosenColumn extends JsonColumn<Chosen> {
        ChosenColumn() {
            super(Chosen.class);
        }
    }
}
