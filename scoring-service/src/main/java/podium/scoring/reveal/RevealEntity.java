package podium.scoring.reveal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import podium.kit.id.Ids;
import podium.scoring.metric.Rounding;
import podium.scoring.release.ReleasedScore;

/** A row of the table {@code private_reveal}: a private score that the world was told. */
@Entity
@Table(name = "private_reveal")
@SuppressWarnings("NullAway.Init") // filled in by Hibernate
class RevealEntity {
    @Id
    UUID submissionId;

    UUID contestId;
    UUID teamId;
    int ordinal;
    BigDecimal privateScore;
    String metric;
    String direction;
    int decimals;
    String selection;
    Instant acceptedAt;
    Instant revealedAt;
    UUID eventId;

    static RevealEntity of(FinalChoice choice, Instant now) {
        ReleasedScore score = choice.score();
        RevealEntity entity = new RevealEntity();
        entity.submissionId = score.submission().id();
        entity.contestId = score.submission().contestId();
        entity.teamId = score.submission().teamId();
        entity.ordinal = score.submission().ordinal();
        entity.privateScore = Rounding.round(score.privateScore(), score.decimals());
        entity.metric = score.metric();
        entity.direction = score.direction().wireName();
        entity.decimals = score.decimals();
        entity.selection = choice.selection().wireName();
        entity.acceptedAt = score.submission().acceptedAt();
        entity.revealedAt = now;
        entity.eventId = Ids.next();
        return entity;
    }

    PrivateScoreRevealed event() {
        return new PrivateScoreRevealed(
                submissionId,
                contestId,
                teamId,
                ordinal,
                privateScore,
                metric,
                direction,
                decimals,
                selection,
                acceptedAt,
                revealedAt);
    }
}
