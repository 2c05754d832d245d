package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import podium.scoring.metric.Direction;
import podium.scoring.version.ScoringVersionStore;

/** What has been released in a contest under its current scoring version. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReleasedOutcomes {
    private final OutcomeStore store;
    private final ScoringVersionStore versions;

    @Inject
    ReleasedOutcomes(OutcomeStore store, ScoringVersionStore versions) {
        this.store = store;
        this.versions = versions;
    }

    /** How many submissions of a contest are terminal and told to be, whatever became of them. */
    public long count(UUID contestId) {
        return store.countReleased(contestId, versions.current(contestId));
    }

    /** The scored ones among them, team by team in the order of the team's ordinals. */
    public List<ReleasedScore> scores(UUID contestId) {
        return store.scored(contestId, versions.current(contestId)).stream()
                .map(ReleasedOutcomes::score)
                .toList();
    }

    private static ReleasedScore score(OutcomeEntity outcome) {
        return new ReleasedScore(
                new Submission(
                        outcome.id.submissionId(),
                        outcome.contestId,
                        outcome.teamId,
                        outcome.ordinal,
                        outcome.acceptedAt),
                requireNonNull(outcome.metric),
                Direction.ofWireName(requireNonNull(outcome.direction)),
                requireNonNull(outcome.decimals),
                requireNonNull(outcome.releasedScore),
                requireNonNull(outcome.privateScore));
    }
}
