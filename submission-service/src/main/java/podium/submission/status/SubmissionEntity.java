package podium.submission.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.submission.receipt.Receipt;

/** A row of the table submission. */
@Entity
@Table(name = "submission")
public class SubmissionEntity {
    @Id
    public UUID id;

    @Column(name = "contest_id")
    public UUID contestId;

    @Column(name = "team_id")
    public UUID teamId;

    @Column(name = "subject_id")
    public String subjectId;

    @Column
    public int ordinal;

    @Column(name = "file_id")
    public UUID fileId;

    @Column
    public long bytes;

    @Column
    public String sha256;

    @Column(name = "content_encoding")
    public String contentEncoding;

    @Column(name = "quota_day")
    public LocalDate quotaDay;

    @Column(name = "received_at")
    public Instant receivedAt;

    @Column(name = "accepted_at")
    public Instant acceptedAt;

    @Column(name = "receipt_key_id")
    public String receiptKeyId;

    @Column(name = "receipt_signature")
    public String receiptSignature;

    @Column(name = "idempotency_key")
    public @Nullable String idempotencyKey;

    @Column(name = "event_id")
    public UUID eventId;

    @Column
    public int emission;

    @Column(name = "due_at")
    public @Nullable Instant dueAt;

    @Column(name = "abandoned_at")
    public @Nullable Instant abandonedAt;

    @Column(name = "abandoned_event_id")
    public @Nullable UUID abandonedEventId;

    @Column
    String state = SubmissionState.ACCEPTED.wire();

    @Column(name = "scoring_version")
    public @Nullable Integer scoringVersion;

    @Column(name = "released_score")
    public @Nullable Double releasedScore;

    /** JSON, as scoring-service tells it. */
    @Column
    public @Nullable String problems;

    /** JSON, as scoring-service tells it. */
    @Column
    public @Nullable String counts;

    @Column
    public @Nullable String reason;

    @Column(name = "scored_at")
    public @Nullable Instant scoredAt;

    @Column(name = "rejected_at")
    public @Nullable Instant rejectedAt;

    @Column(name = "failed_at")
    public @Nullable Instant failedAt;

    public SubmissionState state() {
        return SubmissionState.of(state);
    }

    /** Enters a terminal state: nobody waits for an outcome any more. */
    public void finish(SubmissionState terminal) {
        state = terminal.wire();
        dueAt = null;
    }

    Receipt receipt(String slug) {
        return new Receipt(
                slug, id, teamId, ordinal, sha256, bytes, receivedAt, acceptedAt, receiptKeyId, receiptSignature);
    }
}
