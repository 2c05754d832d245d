package podium.scoring.release;

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
import org.jspecify.annotations.Nullable;
import podium.scoring.json.JsonColumn;
import podium.scoring.prediction.PredictionReading;

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
    Double publicScore;

    @Nullable
    Double privateScore;

    @Convert(converter = RejectionColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    Rejection rejection;

    @Nullable
    String reason;

    @Nullable
    BigDecimal releasedScore;

    @Nullable
    UUID eventId;

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
                entity.publicScore = scored.publicScore();
                entity.privateScore = scored.privateScore();
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
