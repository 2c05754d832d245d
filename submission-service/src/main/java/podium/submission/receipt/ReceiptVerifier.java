package podium.submission.receipt;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Collection;

/**
 * Checks receipts with the public keys of {@code GET /api/v1/contests/receipt-keys}; needs nothing else of Podium.
 *
 * <p>To do the same elsewhere: take {@code signature} out of the receipt, write the rest as canonical JSON (RFC 8785: members
 * sorted, no white space), and check the Ed25519 signature over its UTF-8 bytes with the key whose {@code kid} is the
 * receipt's {@code keyId}.
 */
public final class ReceiptVerifier {
    private final Collection<ReceiptKey> keys;

    public ReceiptVerifier(Collection<ReceiptKey> keys) {
        this.keys = keys;
    }

    /** Whether one of the keys signed exactly this. */
    public boolean verify(Receipt receipt) {
        return keys.stream().filter(key -> key.kid().equals(receipt.keyId())).anyMatch(key -> signed(key, receipt));
    }

    private static boolean signed(ReceiptKey key, Receipt receipt) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key.toPublicKey());
            signature.update(Receipt.signedBytes(receipt.statement(), receipt.keyId()));
            return signature.verify(Base64.getUrlDecoder().decode(receipt.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
