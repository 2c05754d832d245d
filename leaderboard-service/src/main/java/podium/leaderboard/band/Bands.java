package podium.leaderboard.band;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import podium.leaderboard.standing.Board;
import podium.leaderboard.standing.Standing;

/**
 * Bands of public boards that are read: made when somebody reads, by one reader at a time, and then kept for a while; the
 * others get those from before. Statistics stay in memory for as long as they stand for a team, so that only new ones are
 * loaded: 600 bytes a team.
 */
@ApplicationScoped
public class Bands {

    private final StatisticsStore store;
    private final Duration interval;
    private final int mostBoards;
    private final Map<UUID, Held> held = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param interval the least time between two computations of a board's bands
     * @param mostBoards the most boards whose statistics are kept in memory
     */
    Bands(
            StatisticsStore store,
            @ConfigProperty(name = "podium.leaderboard.bands.interval", defaultValue = "1s") Duration interval,
            @ConfigProperty(name = "podium.leaderboard.bands.boards-in-memory", defaultValue = "50") int mostBoards) {
        this.store = store;
        this.interval = interval;
        this.mostBoards = mostBoards;
    }

    /** What is known of a board. */
    private static final class Held {
        final ReentrantLock lock = new ReentrantLock();
        final Map<UUID, BlockScore> ofSubmission = new HashMap<>();
        volatile @Nullable Made made;
    }

    private record Made(BoardBands bands, long nanos) {}

    /** The bands of a public board; at most so much behind as they are kept. */
    public BoardBands of(Board board) {
        Held here = held(board.key().contestId());
        Made made = here.made;
        if (made != null && (isFresh(made) || !here.lock.tryLock())) {
            return made.bands();
        }
        if (made == null) {
            here.lock.lock();
        }
        try {
            made = here.made;
            if (made == null || !isFresh(made)) {
                made = new Made(make(board, here.ofSubmission), System.nanoTime());
                here.made = made;
            }
            return made.bands();
        } finally {
            here.lock.unlock();
        }
    }

    private boolean isFresh(Made made) {
        return System.nanoTime() - made.nanos() < interval.toNanos();
    }

    private BoardBands make(Board board, Map<UUID, BlockScore> ofSubmission) {
        Map<UUID, UUID> best = store.bestSubmissions(board.key().contestId());
        ofSubmission.keySet().retainAll(new HashSet<>(best.values()));
        Set<UUID> missing = new HashSet<>(best.values());
        missing.removeAll(ofSubmission.keySet());
        if (!missing.isEmpty()) {
            ofSubmission.putAll(store.load(missing));
        }
        return BoardBands.of(board.standings().stream().map(Standing::teamId).toList(), team -> {
            UUID submission = best.get(team);
            return submission == null ? null : ofSubmission.get(submission);
        });
    }

    private Held held(UUID contest) {
        synchronized (held) {
            Held here = held.computeIfAbsent(contest, _ -> new Held());
            for (Iterator<UUID> eldest = held.keySet().iterator(); held.size() > mostBoards && eldest.hasNext(); ) {
                if (!eldest.next().equals(contest)) {
                    eldest.remove();
                }
            }
            return here;
        }
    }
}
