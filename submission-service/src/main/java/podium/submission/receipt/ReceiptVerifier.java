package podium.submission.receipt;

import java.util.Collection;
import podium.kit.signature.JsonWebKey;

/**
 * Checks receipts with the public keys of {@code GET /api/v1/contests/receipt-keys}; needs nothing else of Podium.
 *
 * <p>To do the same elsewhere: take {@code signature} out of the receipt, write the rest as canonical JSON (RFC 8785: members
 * sorted, no white space), and check the Ed25519 signature over its UTF-8 bytes with the key whose {@code kid} is the
 * receipt's {@code keyId}.
 */
public final class ReceiptVerifier {
    private final Collection<JsonWebKey> keys;

    public ReceiptVerifier(Collection<JsonWebKey> keys) {
        this.keys = keys;
    }

    /** Whether one of the keys signed exactly this. */
    public boolean verify(Receipt receipt) {
        return keys.stream()
                .filter(key -> key.kid().equals(receipt.keyId()))
                .anyMatch(key ->
                        key.verifies(Receipt.signedBytes(receipt.statement(), receipt.keyId()), receipt.signature()));
    }
}
