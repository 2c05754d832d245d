package podium.submission.receipt;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import podium.kit.time.TimeSource;

/** The key that signs now, and the public halves of all that ever did. */
@ApplicationScoped
public class ReceiptKeys {
    private final EntityManager database;
    private final TimeSource time;
    private final ReceiptSigner signer;

    /** @param key {@code podium.submission.receipt-key}: the URI of the private key's PEM file */
    ReceiptKeys(
            EntityManager database, TimeSource time, @ConfigProperty(name = "podium.submission.receipt-key") URI key) {
        this.database = database;
        this.time = time;
        this.signer = ReceiptSigner.of(key.isAbsolute() ? Path.of(key) : Path.of(key.getPath()));
    }

    /** Remembers the public key before anything is signed; a missing or wrong key ends the start of the service. */
    @Transactional
    void start(@Observes StartupEvent event) {
        ReceiptKey key = signer.publicKey();
        database.createNativeQuery(
                        "insert into receipt_key (kid, x, first_used) values (:kid, :x, :now) on conflict do nothing")
                .setParameter("kid", key.kid())
                .setParameter("x", key.x())
                .setParameter("now", time.now())
                .executeUpdate();
    }

    /** Signs now. */
    public ReceiptSigner signer() {
        return signer;
    }

    /** All public keys, the newest first. */
    List<ReceiptKey> all() {
        List<?> keys = database.createNativeQuery("select x from receipt_key order by first_used desc", String.class)
                .getResultList();
        return keys.stream().map(x -> ReceiptKey.of((String) x)).toList();
    }
}
