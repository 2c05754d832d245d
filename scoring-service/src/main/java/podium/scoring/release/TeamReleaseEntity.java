package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import podium.scoring.statistics.BlockScore;

/** A row of the table {@code team_release}: how far the releases of a team have come. Locked while one is made. */
@Entity
@Table(name = "team_release")
@SuppressWarnings("NullAway.Init") // filled in by Hibernate
class TeamReleaseEntity {
    @Id
    UUID teamId;

    UUID contestId;

    /** The ordinal whose outcome is released next. */
    int nextOrdinal;

    /** How many outcomes of the team are released; the next one has the place after that. */
    int releasedCount;

    /** What was released for the team's last scored submission, null before the first. */
    @Nullable
    BigDecimal releasedScore;

    /** The public score of the submission that this was released for, not rounded. */
    @Nullable
    Double acceptedScore;

    /** The same without each block. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    double @Nullable [] acceptedWithoutBlock;

    Optional<LastRelease> last() {
        return Optional.ofNullable(releasedScore)
                .map(score -> new LastRelease(
                        score, new BlockScore(requireNonNull(acceptedScore), requireNonNull(acceptedWithoutBlock))));
    }

    void setLast(LastRelease last) {
        releasedScore = last.score();
        acceptedScore = last.accepted().value();
        acceptedWithoutBlock = last.accepted().withoutBlock();
    }
}
