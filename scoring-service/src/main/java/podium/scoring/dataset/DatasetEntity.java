package podium.scoring.dataset;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import podium.scoring.json.JsonColumn;
import podium.scoring.plan.Plan;

/** A row of the table {@code dataset}. */
@Entity
@Table(name = "dataset")
@SuppressWarnings("NullAway.Init") // filled in by Hibernate
class DatasetEntity {
    @Id
    UUID contestId;

    @Convert(converter = StateColumn.class)
    DatasetState state;

    @Convert(converter = RawColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    RawFile raw;

    @Convert(converter = RawColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    RawFile items;

    @Nullable
    UUID attemptId;

    @Convert(converter = PlanColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    Plan plan;

    @Nullable
    String report;

    @Nullable
    String reportSha256;

    @Convert(converter = StagedColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    StagedFiles staged;

    @Nullable
    String failure;

    @Nullable
    String addendum;

    @Nullable
    UUID releaseId;

    @Nullable
    Instant releasedAt;

    /** What was made of the raw file until now counts no more. */
    void forgetAttempt() {
        attemptId = null;
        plan = null;
        report = null;
        reportSha256 = null;
        staged = null;
        failure = null;
    }

    Dataset dataset() {
        return new Dataset(
                contestId,
                state,
                raw,
                items,
                attemptId,
                plan,
                report,
                reportSha256,
                staged,
                failure,
                releaseId,
                releasedAt,
                addendum);
    }

    /** The state as its word. */
    static final class StateColumn implements AttributeConverter<DatasetState, String> {
        @Override
        public String convertToDatabaseColumn(DatasetState state) {
            return state.word();
        }

        @Override
        public DatasetState convertToEntityAttribute(String word) {
            return DatasetState.of(word);
        }
    }

    /** The raw file as JSON. */
    static final class RawColumn extends JsonColumn<RawFile> {
        RawColumn() {
            super(RawFile.class);
        }
    }

    /** The plan as JSON. */
    static final class PlanColumn extends JsonColumn<Plan> {
        PlanColumn() {
            super(Plan.class);
        }
    }

    /** The staged files as JSON. */
    static final class StagedColumn extends JsonColumn<StagedFiles> {
        StagedColumn() {
            super(StagedFiles.class);
        }
    }
}
