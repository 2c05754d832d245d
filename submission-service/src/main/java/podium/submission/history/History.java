package podium.submission.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import podium.kit.event.EventJson;
import podium.kit.id.Ids;

/**
 * Writes what happens in contests into their histories, in the transaction in which it happens. The entry gets its place in the
 * chain within a second after the commit.
 */
@ApplicationScoped
public class History {
    private final HistoryStore store;

    History(HistoryStore store) {
        this.store = store;
    }

    /**
     * Adds an entry to the caller's transaction.
     *
     * @param actor the pseudonymous id of the person who did it; null for the clock and for other services
     * @param data anything that is a JSON object; never a name or an address
     */
    @Transactional(TxType.MANDATORY)
    public void add(UUID contest, Instant at, String kind, @Nullable String actor, Object data) {
        store.add(new Entry(Ids.next(), contest, at.truncatedTo(ChronoUnit.MILLIS), kind, actor, EventJson.tree(data)));
    }
}
