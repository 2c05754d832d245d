package podium.submission.contest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import podium.kit.digest.Sha256;
import podium.kit.id.Ids;
import podium.kit.outbox.Republisher;
import podium.kit.problem.Violation;
import podium.kit.time.TimeSource;
import podium.submission.definition.ContestDefinition;
import podium.submission.definition.DefinitionReader;
import podium.submission.definition.Reading;
import podium.submission.definition.RuleChange;

/** What contests are: their rules and who runs them. Each change, its event and its entry in the history are one transaction. */
@ApplicationScoped
public class Contests implements Republisher {
    /** Where contests are told of; the key is the contest's id. */
    public static final String TOPIC = "contests";

    private static final int PAGE = 100;

    private final ContestStore store;
    private final Phases phases;
    private final Announcing announcing;
    private final TimeSource time;
    private final DefinitionReader reader;

    Contests(ContestStore store, Phases phases, Announcing announcing, TimeSource time, ContestConfig config) {
        this.store = store;
        this.phases = phases;
        this.announcing = announcing;
        this.time = time;
        this.reader = new DefinitionReader(config.largestFile().asLongValue());
    }

    /** Creates a draft that this person runs. */
    @Transactional
    public ContestChange create(JsonNode document, String organizer) {
        return switch (reader.read(document)) {
            case Reading.Invalid invalid -> new ContestChange.Invalid(invalid.violations());
            case Reading.Valid valid -> create(valid.definition(), organizer);
        };
    }

    private ContestChange create(ContestDefinition definition, String organizer) {
        store.lockSlug(definition.slug());
        if (store.bySlug(definition.slug()).isPresent()) {
            return new ContestChange.SlugTaken(definition.slug());
        }
        ContestEntity entity = new ContestEntity();
        entity.id = Ids.next();
        entity.state = ContestState.DRAFT.wire();
        entity.organizers = List.of(organizer);
        entity.termsVersion = 1;
        entity.termsSha256 = Sha256.hex(definition.terms().text());
        entity.define(definition);
        Instant now = time.now();
        Contest created = announcing.numbered(entity, now);
        store.persist(entity);
        store.flush();
        store.addTerms(entity.id, 1, entity.termsSha256, definition.terms().text());
        announcing.note(entity.id, now, "contest-created", organizer, new Rules(definition, 1, entity.termsSha256));
        return new ContestChange.Done(created);
    }

    /** What the history says of rules. */
    record Rules(ContestDefinition definition, int termsVersion, String termsSha256) {}

    /**
     * Replaces the definition: of a draft by any other, of a contest that was announced by one that hurts no entrant.
     *
     * @param expected the version that the caller has read, empty if any
     */
    @Transactional
    public ContestChange change(UUID id, JsonNode document, OptionalLong expected, String by) {
        ContestEntity entity = store.lock(id).orElseThrow();
        phases.catchUp(entity, time.now());
        ContestState state = ContestState.of(entity.state);
        if (state != ContestState.DRAFT && state != ContestState.SCHEDULED && !state.running()) {
            return new ContestChange.RulesOver(state);
        }
        if (expected.isPresent() && expected.getAsLong() != entity.version) {
            return new ContestChange.Stale(entity.version);
        }
        return switch (reader.read(document)) {
            case Reading.Invalid invalid -> new ContestChange.Invalid(invalid.violations());
            case Reading.Valid valid -> redefine(entity, state, valid.definition(), by);
        };
    }

    private ContestChange redefine(ContestEntity entity, ContestState state, ContestDefinition rules, String by) {
        if (!rules.slug().equals(entity.slug)) {
            return new ContestChange.Invalid(List.of(new Violation("/slug", "cannot change, it is " + entity.slug)));
        }
        if (state != ContestState.DRAFT) {
            List<Violation> violations =
                    RuleChange.violations(entity.readDefinition(), rules, entity.lastCallAt != null);
            if (!violations.isEmpty()) {
                return new ContestChange.Fixed(violations);
            }
        }
        String sha256 = Sha256.hex(rules.terms().text());
        if (!sha256.equals(entity.termsSha256)) {
            entity.termsVersion++;
            entity.termsSha256 = sha256;
            store.addTerms(entity.id, entity.termsVersion, sha256, rules.terms().text());
        }
        entity.define(rules);
        Rules entry = new Rules(rules, entity.termsVersion, sha256);
        return new ContestChange.Done(announcing.changed(entity, time.now(), "definition-changed", by, entry));
    }

    /** Replaces the people who run the contest. */
    @Transactional
    public ContestChange organizers(UUID id, List<String> subjects, String by) {
        if (subjects.isEmpty()) {
            return new ContestChange.LastOrganizer();
        }
        ContestEntity entity = store.lock(id).orElseThrow();
        List<String> entrants = store.entrantsAmong(id, subjects);
        if (!entrants.isEmpty()) {
            return new ContestChange.EntrantCannotOrganize(entrants);
        }
        entity.organizers = subjects.stream().distinct().sorted().toList();
        var entry = Map.of("organizers", entity.organizers);
        return new ContestChange.Done(announcing.changed(entity, time.now(), "organizers-changed", by, entry));
    }

    /** Notes that the data are released; nothing if it was known before, empty if there is no such contest. */
    @Transactional
    public boolean released(UUID id, Instant releasedAt) {
        return store.lock(id)
                .map(entity -> {
                    if (entity.releasedAt == null) {
                        entity.releasedAt = releasedAt;
                        var entry = Map.of("releasedAt", releasedAt);
                        announcing.changed(entity, time.now(), "data-released", null, entry);
                    }
                    return entity;
                })
                .isPresent();
    }

    /** Notes that the accepted count is final. The caller holds the row's lock and tells of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settled(UUID id, Instant at, UUID eventId) {
        ContestEntity entity = store.lock(id).orElseThrow();
        entity.settledAt = at;
        entity.settledEventId = eventId;
        var entry = Map.of("acceptedSubmissions", store.acceptedSubmissions(id));
        announcing.note(id, at, "contest-settled", null, entry);
    }

    @Override
    public void republish(Sink sink) {
        UUID last = new UUID(0, 0);
        for (var page = store.after(last, PAGE); !page.isEmpty(); page = store.after(last, PAGE)) {
            for (ContestEntity each : page) {
                ContestChanged event = ContestChanged.of(each.toContest(), each.changedAt);
                sink.send(TOPIC, each.id.toString(), each.eventId, each.changedAt, event);
            }
            last = page.getLast().id;
        }
    }
}
