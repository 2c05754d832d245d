package podium.scoring.integrity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import podium.scoring.fingerprint.Fingerprints;
import podium.scoring.fingerprint.SampledCells;
import podium.scoring.key.ContestKeyStore;
import podium.scoring.key.KeyPurpose;

/** Which cells are sampled in each contest. Those of the contests that were asked for last are kept in memory, 48 KB each. */
@ApplicationScoped
class Samples {
    private static final int KEPT = 64;

    private final ContestKeyStore keys;
    private final Map<Place, Fingerprints> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Fingerprints> eldest) {
            return size() > KEPT;
        }
    });

    @Inject
    Samples(ContestKeyStore keys) {
        this.keys = keys;
    }

    Fingerprints of(UUID contestId, int rows) {
        Place place = new Place(contestId, rows);
        Fingerprints known = kept.get(place);
        if (known != null) {
            return known;
        }
        // In a transaction of its own: a key that is made here must be there to stay before anything is drawn with it.
        byte[] key = QuarkusTransaction.requiringNew().call(() -> keys.key(contestId, KeyPurpose.SPLIT));
        Fingerprints made = new Fingerprints(new SampledCells(key, rows));
        kept.put(place, made);
        return made;
    }

    private record Place(UUID contestId, int rows) {}
}
