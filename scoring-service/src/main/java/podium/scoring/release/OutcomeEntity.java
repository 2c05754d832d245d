package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import podium.scoring.json.JsonColumn;
import podium.scoring.prediction.PredictionReading;
import podium.scoring.statistics.BlockScore;

/** A row of the table {@code outcome}: what became of a submission under one scoring version, and whether that is told. */
@Entity
@Table(name = "outcome")
@SuppressWarnings("NullAway.Init") // filled in by Hibernate
class OutcomeEntity {
    static final String SCORED = "scored";
    static final String REJECTED = "rejected";
    static final String FAILED = "failed";

    @EmbeddedId
    Id id;

    UUID contestId;
    UUID teamId;
    int ordinal;
    Instant acceptedAt;
    Instant decidedAt;
    String state;

    @Nullable
    String metric;

    @Nullable
    Integer metricVersion;

    @Nullable
    String direction;

    @Nullable
    Integer decimals;

    @Nullable
    Integer publicRows;

    @Nullable
    Double publicScore;

    @JdbcTypeCode(SqlTypes.ARRAY)
    double @Nullable [] publicWithoutBlock;

    @Nullable
    Double privateScore;

    @JdbcTypeCode(SqlTypes.ARRAY)
    double @Nullable [] privateWithoutBlock;

    @Convert(converter = RejectionColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    Rejection rejection;

    @Nullable
    String reason;

    /** Its place among the released outcomes of the team, in the order in which they were released. */
    @Nullable
    Integer releasePosition;

    @Nullable
    BigDecimal releasedScore;

    @Nullable
    UUID eventId;

    /** The event with the statistics of the public score, there if that is what was released. */
    @Nullable
    UUID statisticsEventId;

    @Nullable
    Instant releasedAt;

    /** The effect of scoring is keyed by this. */
    @Embeddable
    record Id(UUID submissionId, int scoringVersion) {}

    static OutcomeEntity of(Submission submission, int scoringVersion, Outcome outcome, Instant decidedAt) {
        OutcomeEntity entity = new OutcomeEntity();
        entity.id = new Id(submission.id(), scoringVersion);
        entity.contestId = submission.contestId();
        entity.teamId = submission.teamId();
        entity.ordinal = submission.ordinal();
        entity.acceptedAt = submission.acceptedAt();
        entity.decidedAt = decidedAt;
        switch (outcome) {
            case Outcome.Scored scored -> {
                entity.state = SCORED;
                entity.metric = scored.metric();
                entity.metricVersion = scored.metricVersion();
                entity.direction = scored.direction().wireName();
                entity.decimals = scored.decimals();
                entity.publicRows = scored.publicRows();
                entity.publicScore = scored.publicScore().value();
                entity.publicWithoutBlock = scored.publicScore().withoutBlock();
                entity.privateScore = scored.privateScore().value();
                entity.privateWithoutBlock = scored.privateScore().withoutBlock();
            }
            case Outcome.Rejected rejected -> {
                entity.state = REJECTED;
                entity.rejection = Rejection.of(rejected.reading());
            }
            case Outcome.Failed failed -> {
                entity.state = FAILED;
                entity.reason = failed.reason();
            }
        }
        return entity;
    }

    /** The score on the public part of a scored submission. */
    BlockScore blockScore() {
        return new BlockScore(requireNonNull(publicScore), requireNonNull(publicWithoutBlock));
    }

    /** What is wrong with a file, as the event tells it. */
    record Rejection(List<SubmissionRejected.Problem> problems, Map<String, Long> counts) {

        static Rejection of(PredictionReading.Malformed reading) {
            return new Rejection(
                    reading.problems().stream()
                            .map(SubmissionRejected.Problem::of)
                            .toList(),
                    reading.counts().entrySet().stream()
                            .collect(Collectors.toMap(
                                    e -> e.getKey().wireName(), Map.Entry::getValue, Long::sum, TreeMap::new)));
        }
    }

    /** The rejection as JSON. */
    static final class RejectionColumn extends JsonColumn<Rejection> {
        RejectionColumn() {
            super(Rejection.class);
        }
    }
}
