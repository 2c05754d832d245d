package podium.scoring.scoring;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import podium.scoring.holdout.Solution;
import podium.scoring.holdout.Solutions;

/** Solutions that a test gives, instead of those that came out of a dataset. */
@Alternative
@ApplicationScoped
class GivenSolutions implements Solutions {
    private final Map<UUID, Solution> solutions = new ConcurrentHashMap<>();

    void give(Solution solution) {
        solutions.put(solution.contestId(), solution);
    }

    @Override
    public boolean areThere(UUID contestId) {
        return solutions.containsKey(contestId);
    }

    @Override
    public Optional<Solution> find(UUID contestId) {
        return Optional.ofNullable(solutions.get(contestId));
    }

    /** The service with these, everything else being real. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(GivenSolutions.class, ScoringScene.class);
        }
    }
}
