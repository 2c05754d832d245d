package podium.scoring.version;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import podium.scoring.json.JsonColumn;

/** A row of the table {@code rescore}. */
@Entity
@Table(name = "rescore")
@SuppressWarnings("NullAway.Init") // filled in by Hibernate
public class RescoreEntity {
    /** A dry run: candidates are made, nothing is told. */
    public static final String OPEN = "open";
    /** Its version becomes, or became, the current one; the sequences of the teams are being played again. */
    public static final String APPLYING = "applying";

    public static final String APPLIED = "applied";
    public static final String DISCARDED = "discarded";

    @Id
    public UUID id;

    public UUID contestId;
    public int scoringVersion;
    public int baseVersion;
    public String state;
    public String reason;

    @Nullable
    public Integer decimals;

    @Convert(converter = SettingsColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    public Settings settings;

    @Nullable
    public UUID solutionFile;

    public int correctedLabels;
    public String requestedBy;
    public Instant createdAt;

    @Nullable
    public Instant switchedAt;

    @Nullable
    public Instant appliedAt;

    /** How many scores it told when it was applied. */
    @Nullable
    public Integer scoredCount;

    @Nullable
    public UUID eventId;

    /** What its version scores by. */
    public ScoringRules rules() {
        return new ScoringRules(decimals, settings == null ? null : settings.values(), solutionFile);
    }

    /** Settings of a metric by name. */
    public record Settings(Map<String, Object> values) {}

    /** Settings as JSON. */
    static final class SettingsColumn extends JsonColumn<Settings> {
        SettingsColumn() {
            super(Settings.class);
        }
    }
}
