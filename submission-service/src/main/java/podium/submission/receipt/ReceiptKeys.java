package podium.submission.receipt;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import podium.kit.signature.JsonWebKey;
import podium.kit.time.TimeSource;

/** The key that signs now, and the public halves of all that ever did. */
@ApplicationScoped
public class ReceiptKeys {
    private final ReceiptKeyStore store;
    private final TimeSource time;
    private final ReceiptSigner signer;

    /**
     * Reads the key.
     *
     * @param key {@code podium.submission.receipt-key}: the URI of the private key's PEM file
     */
    ReceiptKeys(
            ReceiptKeyStore store, TimeSource time, @ConfigProperty(name = "podium.submission.receipt-key") URI key) {
        this.store = store;
        this.time = time;
        this.signer = ReceiptSigner.of(key.isAbsolute() ? Path.of(key) : Path.of(key.getPath()));
    }

    /** Remembers the public key before anything is signed; a missing or wrong key ends the start of the service. */
    void start(@Observes StartupEvent event) {
        store.add(signer.publicKey(), time.now());
    }

    /** Signs now. */
    public ReceiptSigner signer() {
        return signer;
    }

    /** All public keys, the newest first. */
    List<JsonWebKey> all() {
        return store.all();
    }
}
