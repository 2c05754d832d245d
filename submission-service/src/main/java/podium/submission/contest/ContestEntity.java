package podium.submission.contest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import podium.kit.event.EventJson;
import podium.submission.definition.ContestDefinition;

/** A row of the table contest. */
@Entity
@Table(name = "contest")
public class ContestEntity {
    @Id
    UUID id;

    @Column
    String slug;

    @Column
    long version;

    @Column
    String state;

    @Column
    String visibility;

    @Column
    String definition;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column
    List<String> organizers;

    @Column(name = "closes_at")
    Instant closesAt;

    @Column(name = "terms_version")
    int termsVersion;

    @Column(name = "terms_sha256")
    String termsSha256;

    @Column(name = "released_at")
    @Nullable
    Instant releasedAt;

    @Column(name = "opens_at")
    @Nullable
    Instant opensAt;

    @Column(name = "announced_at")
    @Nullable
    Instant announcedAt;

    @Column(name = "opened_at")
    @Nullable
    Instant openedAt;

    @Column(name = "last_call_at")
    @Nullable
    Instant lastCallAt;

    @Column(name = "paused_at")
    @Nullable
    Instant pausedAt;

    @Column(name = "resumed_at")
    @Nullable
    Instant resumedAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "settles_at")
    @Nullable
    Instant settlesAt;

    @Column(name = "settled_at")
    @Nullable
    Instant settledAt;

    @Column
    @Nullable
    String reason;

    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "settled_event_id")
    @Nullable
    UUID settledEventId;

    Contest toContest() {
        return new Contest(
                id,
                slug,
                version,
                ContestState.of(state),
                readDefinition(),
                Set.copyOf(organizers),
                termsVersion,
                termsSha256,
                releasedAt,
                new Timeline(closesAt, announcedAt, openedAt, lastCallAt, pausedAt, resumedAt, closedAt, settledAt),
                reason);
    }

    /** Takes these rules. The deadline of last call is not the definition's. */
    void define(ContestDefinition rules) {
        slug = rules.slug();
        visibility = rules.visibility().wire();
        definition = EventJson.write(rules);
        if (lastCallAt == null) {
            closesAt = rules.closesAt();
        }
    }

    Optional<Settlement> settlement() {
        return settledAt == null || settledEventId == null
                ? Optional.empty()
                : Optional.of(new Settlement(id, settledAt, settledEventId));
    }

    ContestDefinition readDefinition() {
        try {
            return EventJson.read(definition.getBytes(StandardCharsets.UTF_8), ContestDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored definition of contest " + id + " cannot be read", e);
        }
    }
}
