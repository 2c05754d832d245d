package podium.scoring.reveal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import podium.kit.id.Ids;
import podium.kit.outbox.Outbox;
import podium.kit.time.TimeSource;
import podium.scoring.release.ReleasedOutcomes;
import podium.scoring.version.ScoringVersionStore;

/**
 * Reveals the private scores of a contest, once: when it is settled and as many submissions are terminal as were accepted.
 *
 * <p>Either may come last, so both look. They cannot miss each other: whoever has decided an outcome holds a shared lock on
 * the contest's settlement while it looks for one and until it commits; who brings the settlement holds that lock alone, so
 * it counts after them, or they find it. A rescore that is neither applied nor discarded holds the reveal back, and its end
 * looks as well. Everybody holds the contest's versions before these locks. Once it is there, its row's lock makes those who look count one after the other.
 */
@ApplicationScoped
public class RevealingPrivateScores {
    private static final String TOPIC = "scores";

    private final ScoringVersionStore versions;
    private final SettlementStore settlements;
    private final ReleasedOutcomes outcomes;
    private final Outbox outbox;
    private final TimeSource time;

    @Inject
    RevealingPrivateScores(
            ScoringVersionStore versions,
            SettlementStore settlements,
            ReleasedOutcomes outcomes,
            Outbox outbox,
            TimeSource time) {
        this.versions = versions;
        this.settlements = settlements;
        this.outcomes = outcomes;
        this.outbox = outbox;
        this.time = time;
    }

    /** Notes that a contest is settled, and reveals if nothing is missing. */
    @Transactional(Transactional.TxType.MANDATORY)
    void settle(ContestSettled settled) {
        versions.hold(settled.contestId());
        settlements.lockAgainstOutcomes(settled.contestId());
        if (settlements.find(settled.contestId()).isEmpty()) {
            SettlementEntity settlement = SettlementEntity.of(settled);
            settlements.add(settlement);
            revealIfComplete(settlement);
        }
    }

    /** Reveals if the outcome that was just decided in this transaction was the last one of a settled contest. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void outcomeDecided(UUID contestId) {
        settlements.lockAgainstSettlement(contestId);
        settlements.find(contestId).ifPresent(this::revealIfComplete);
    }

    /** Whether the private scores of a contest were revealed, be it that there were none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isRevealed(UUID contestId) {
        return settlements.isComplete(contestId);
    }

    private void revealIfComplete(SettlementEntity settlement) {
        if (!settlement.isComplete()
                && versions.inProgress(settlement.contestId).isEmpty()
                && outcomes.count(settlement.contestId) >= settlement.acceptedCount) {
            reveal(settlement);
        }
    }

    private void reveal(SettlementEntity settlement) {
        Instant now = time.now();
        String key = settlement.contestId.toString();
        List<FinalChoice> choices = FinalChoice.of(outcomes.scores(settlement.contestId), explicit(settlement));
        for (FinalChoice choice : choices) {
            RevealEntity reveal = RevealEntity.of(choice, now);
            settlements.add(reveal);
            outbox.append(TOPIC, key, reveal.eventId, now, reveal.event());
        }
        UUID eventId = Ids.next();
        settlement.revealedCount = choices.size();
        settlement.completeEventId = eventId;
        settlement.completedAt = now;
        outbox.append(TOPIC, key, eventId, now, new PrivateScoresComplete(settlement.contestId, choices.size(), now));
    }

    private static Map<UUID, Set<UUID>> explicit(SettlementEntity settlement) {
        return settlement.finalSelections.teams().stream()
                .collect(Collectors.toMap(
                        ContestSettled.FinalSelection::teamId,
                        selection -> new HashSet<>(selection.submissionIds()),
                        (some, others) -> {
                            some.addAll(others);
                            return some;
                        }));
    }
}
