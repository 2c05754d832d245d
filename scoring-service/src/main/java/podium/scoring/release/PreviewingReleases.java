package podium.scoring.release;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podium.scoring.contest.BoardRules;
import podium.scoring.contest.KnownContest;
import podium.scoring.metric.Direction;

/**
 * Plays the sequences of all teams of a contest under a version that is not current, and tells nobody: what the board would
 * be. Ranks are those of all teams with a score; that one withdrew or was merged is known to the services of the boards alone.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class PreviewingReleases {
    /** The board's: the better score, then who was accepted earlier, then the lower id. */
    private static final Comparator<Best> ORDER = ((Comparator<Best>) (a, b) -> a.direction() == Direction.MINIMIZE
                    ? a.score().compareTo(b.score())
                    : b.score().compareTo(a.score()))
            .thenComparing(Best::acceptedAt)
            .thenComparing(best -> best.teamId().toString());

    private final OutcomeStore store;

    @Inject
    PreviewingReleases(OutcomeStore store) {
        this.store = store;
    }

    /**
     * Where a team stands on a board.
     *
     * @param rank from 1
     * @param score its best released score
     */
    public record Place(int rank, BigDecimal score) {}

    /**
     * A team whose place changes.
     *
     * @param before null for a team that has no score so far
     * @param after null for a team that would have no score
     */
    public record Move(
            UUID teamId, @Nullable Place before, @Nullable Place after) {}

    private record Best(UUID teamId, BigDecimal score, Instant acceptedAt, Direction direction) {}

    /** The teams that would move, those that are at the top afterwards first. */
    public List<Move> moves(KnownContest contest, int base, int candidate) {
        List<Best> before = new ArrayList<>();
        List<Best> after = new ArrayList<>();
        for (UUID team : store.teams(contest.id(), base)) {
            List<OutcomeEntity> released = store.released(team, base);
            Map<UUID, OutcomeEntity> next = store.from(team, 1, candidate).stream()
                    .collect(Collectors.toMap(outcome -> outcome.id.submissionId(), Function.identity()));
            released.stream()
                    .filter(OutcomeEntity::isScored)
                    .map(outcome -> best(outcome, requireNonNull(outcome.releasedScore)))
                    .min(ORDER)
                    .ifPresent(before::add);
            best(contest.board(), ReplayOrder.of(released, next, missing -> missing))
                    .ifPresent(after::add);
            store.clear();
        }
        return moves(places(before), places(after));
    }

    private static List<Move> moves(Map<UUID, Place> before, Map<UUID, Place> after) {
        List<Move> moves = new ArrayList<>();
        after.forEach((team, place) -> {
            if (!place.equals(before.get(team))) {
                moves.add(new Move(team, before.get(team), place));
            }
        });
        before.forEach((team, place) -> {
            if (!after.containsKey(team)) {
                moves.add(new Move(team, place, null));
            }
        });
        moves.sort(Comparator.comparingInt(
                move -> move.after() == null ? Integer.MAX_VALUE : move.after().rank()));
        return moves;
    }

    private static Optional<Best> best(BoardRules rules, List<OutcomeEntity> sequence) {
        Optional<LastRelease> last = Optional.empty();
        List<Best> told = new ArrayList<>();
        for (OutcomeEntity outcome : sequence) {
            if (outcome.isScored()) {
                Optional<LastRelease> own = ReplayOrder.rule(rules, outcome).release(last, outcome.blockScore());
                last = own.isPresent() ? own : last;
                told.add(best(outcome, last.orElseThrow().score()));
            }
        }
        return told.stream().min(ORDER);
    }

    private static Best best(OutcomeEntity outcome, BigDecimal score) {
        Direction direction = Direction.ofWireName(requireNonNull(outcome.direction));
        return new Best(outcome.teamId, score, outcome.acceptedAt, direction);
    }

    private static Map<UUID, Place> places(List<Best> teams) {
        List<Best> ranked = teams.stream().sorted(ORDER).toList();
        Map<UUID, Place> places = HashMap.newHashMap(ranked.size());
        for (int i = 0; i < ranked.size(); i++) {
            places.put(ranked.get(i).teamId(), new Place(i + 1, ranked.get(i).score()));
        }
        return places;
    }
}
