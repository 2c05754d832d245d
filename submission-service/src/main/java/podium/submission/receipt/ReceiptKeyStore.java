package podium.submission.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import podium.kit.signature.JsonWebKey;

/** The public halves of all keys that ever signed a receipt. */
@ApplicationScoped
class ReceiptKeyStore {
    private final EntityManager database;

    ReceiptKeyStore(EntityManager database) {
        this.database = database;
    }

    /** Remembers a key; nothing if it is known. */
    @Transactional
    void add(JsonWebKey key, Instant now) {
        database.createNativeQuery(
                        "insert into receipt_key (kid, x, first_used) values (:kid, :x, :now) on conflict do nothing")
                .setParameter("kid", key.kid())
                .setParameter("x", key.x())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The newest first. */
    List<JsonWebKey> all() {
        List<?> keys = database.createNativeQuery("select x from receipt_key order by first_used desc", String.class)
                .getResultList();
        return keys.stream().map(x -> JsonWebKey.of((String) x)).toList();
    }
}
