package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import podium.scoring.metric.Direction;

/** What has been released in a contest. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReleasedOutcomes {
    private final OutcomeStore store;

    @Inject
    ReleasedOutcomes(OutcomeStore store) {
        this.store = store;
    }

    /** How many submissions of a contest are terminal and told to be, whatever became of them. */
    public long count(UUID contestId) {
        return store.countReleased(contestId, ReleasingOutcomes.FIRST_VERSION);
    }

    /** The scored ones among them, team by team in the order of the team's ordinals. */
    public List<ReleasedScore> scores(UUID contestId) {
        return store.scored(contestId, ReleasingOutcomes.FIRST_VERSION).stream()
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
