package podium.submission.receipt;

import java.nio.file.Path;
import podium.kit.signature.JsonWebKey;
import podium.kit.signature.SigningKey;

/** Signs receipts with one Ed25519 key. */
public final class ReceiptSigner {
    private final SigningKey key;

    ReceiptSigner(SigningKey key) {
        this.key = key;
    }

    /**
     * Reads the private key.
     *
     * @param file a PEM file ({@code BEGIN PRIVATE KEY}, PKCS #8), as {@code openssl genpkey -algorithm ed25519} writes it
     * @throws IllegalStateException there is no such file, or it holds no Ed25519 key
     */
    public static ReceiptSigner of(Path file) {
        return new ReceiptSigner(SigningKey.of(file));
    }

    /** The key that checks what this one signs. */
    public JsonWebKey publicKey() {
        return key.publicKey();
    }

    /** The receipt of a statement. */
    public Receipt sign(Receipt.Statement statement) {
        String keyId = key.publicKey().kid();
        return statement.signed(keyId, key.sign(Receipt.signedBytes(statement, keyId)));
    }
}
