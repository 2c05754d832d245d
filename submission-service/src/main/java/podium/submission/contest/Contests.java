package podium.submission.contest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import podium.kit.digest.Sha256;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.outbox.Republisher;
import podium.kit.problem.Violation;
import podium.kit.time.TimeSource;
import podium.submission.definition.ContestDefinition;
import podium.submission.definition.DefinitionReader;
import podium.submission.definition.Reading;

/** The course of contests. Each change and the event that tells of it are one transaction. */
@ApplicationScoped
public class Contests implements Republisher {
    /** Where contests are told of; the key is the contest's id. */
    public static final String TOPIC = "contests";

    private static final int PAGE = 100;

    private final ContestStore store;
    private final Outbox outbox;
    private final TimeSource time;
    private final DefinitionReader reader;

    Contests(ContestStore store, Outbox outbox, TimeSource time, ContestConfig config) {
        this.store = store;
        this.outbox = outbox;
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
        Contest created = changed(entity, time.now());
        store.persist(entity);
        store.flush();
        store.addTerms(entity.id, 1, entity.termsSha256, definition.terms().text());
        return new ContestChange.Done(created);
    }

    /**
     * Replaces the definition of a draft.
     *
     * @param expected the version that the caller has read, empty if any
     */
    @Transactional
    public ContestChange change(UUID id, JsonNode document, OptionalLong expected) {
        ContestEntity entity = store.lock(id).orElseThrow();
        if (!entity.state.equals(ContestState.DRAFT.wire())) {
            return new ContestChange.NotDraft(ContestState.of(entity.state));
        }
        if (expected.isPresent() && expected.getAsLong() != entity.version) {
            return new ContestChange.Stale(entity.version);
        }
        return switch (reader.read(document)) {
            case Reading.Invalid invalid -> new ContestChange.Invalid(invalid.violations());
            case Reading.Valid valid -> redefine(entity, valid.definition());
        };
    }

    private ContestChange redefine(ContestEntity entity, ContestDefinition definition) {
        if (!definition.slug().equals(entity.slug)) {
            return new ContestChange.Invalid(List.of(new Violation("/slug", "cannot change, it is " + entity.slug)));
        }
        String sha256 = Sha256.hex(definition.terms().text());
        if (!sha256.equals(entity.termsSha256)) {
            entity.termsVersion++;
            entity.termsSha256 = sha256;
            store.addTerms(
                    entity.id, entity.termsVersion, sha256, definition.terms().text());
        }
        entity.define(definition);
        return new ContestChange.Done(changed(entity, time.now()));
    }

    /** Opens a draft whose data are released. */
    @Transactional
    public ContestChange open(UUID id) {
        ContestEntity entity = store.lock(id).orElseThrow();
        Contest contest = entity.toContest();
        Instant now = time.now();
        Instant opensAt = contest.definition().opensAt();
        if (contest.state() != ContestState.DRAFT) {
            return new ContestChange.NotDraft(contest.state());
        }
        if (contest.releasedAt() == null) {
            return new ContestChange.DataNotReleased();
        }
        if (opensAt != null && now.isBefore(opensAt)) {
            return new ContestChange.TooEarly(opensAt);
        }
        if (!now.isBefore(entity.closesAt)) {
            return new ContestChange.TooLate(entity.closesAt);
        }
        entity.state = ContestState.OPEN.wire();
        entity.openedAt = now;
        return new ContestChange.Done(changed(entity, now));
    }

    /** Closes an open contest before its time. */
    @Transactional
    public ContestChange close(UUID id) {
        ContestEntity entity = store.lock(id).orElseThrow();
        if (!entity.state.equals(ContestState.OPEN.wire())) {
            return new ContestChange.NotOpen(ContestState.of(entity.state));
        }
        // After the lock: every upload that got its place before us was received before this moment.
        Instant now = time.now();
        return new ContestChange.Done(close(entity, now.isBefore(entity.closesAt) ? now : entity.closesAt, now));
    }

    /**
     * Archives a contest that is closed and settled: the keys of its data are destroyed, which cannot be undone. Nothing if it
     * is archived already.
     */
    @Transactional
    public ContestChange archive(UUID id) {
        ContestEntity entity = store.lock(id).orElseThrow();
        ContestState state = ContestState.of(entity.state);
        if (state == ContestState.ARCHIVED) {
            return new ContestChange.Done(entity.toContest());
        }
        if (state != ContestState.CLOSED || entity.settledAt == null) {
            return new ContestChange.NotSettled(state);
        }
        entity.state = ContestState.ARCHIVED.wire();
        return new ContestChange.Done(changed(entity, time.now()));
    }

    /** Closes one contest whose deadline is over; false if there is none. */
    @Transactional
    public boolean closeOneDue() {
        Instant now = time.now();
        return store.lockDue(now).map(due -> close(due, due.closesAt, now)).isPresent();
    }

    private Contest close(ContestEntity entity, Instant closedAt, Instant now) {
        entity.state = ContestState.CLOSED.wire();
        entity.closedAt = closedAt;
        entity.settlesAt =
                closedAt.plus(entity.toContest().definition().submissions().grace());
        return changed(entity, now);
    }

    /** Replaces the people who run the contest. */
    @Transactional
    public ContestChange organizers(UUID id, List<String> subjects) {
        if (subjects.isEmpty()) {
            return new ContestChange.LastOrganizer();
        }
        ContestEntity entity = store.lock(id).orElseThrow();
        List<String> entrants = store.entrantsAmong(id, subjects);
        if (!entrants.isEmpty()) {
            return new ContestChange.EntrantCannotOrganize(entrants);
        }
        entity.organizers = subjects.stream().distinct().sorted().toList();
        return new ContestChange.Done(changed(entity, time.now()));
    }

    /** Notes that the data are released; nothing if it was known before, empty if there is no such contest. */
    @Transactional
    public boolean released(UUID id, Instant releasedAt) {
        return store.lock(id)
                .map(entity -> {
                    if (entity.releasedAt == null) {
                        entity.releasedAt = releasedAt;
                        changed(entity, time.now());
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

    /** Numbers the change and tells of it. */
    private Contest changed(ContestEntity entity, Instant now) {
        entity.version++;
        entity.changedAt = now;
        entity.eventId = Ids.next();
        Contest contest = entity.toContest();
        outbox.append(TOPIC, entity.id.toString(), entity.eventId, now, ContestChanged.of(contest, now));
        return contest;
    }
}
