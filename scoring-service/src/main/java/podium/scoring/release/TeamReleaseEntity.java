package podium.scoring.release;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** What was released for the team's last scored submission. */
    @Nullable
    BigDecimal releasedScore;
}
