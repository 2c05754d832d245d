package podium.kit.signature;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import podium.kit.digest.Sha256;
import podium.kit.json.CanonicalJson;

/**
 * A public key as a JSON Web Key (RFC 8037).
 *
 * @param kty always {@code OKP}
 * @param crv always {@code Ed25519}
 * @param kid the key's thumbprint (RFC 7638), so the id cannot name two keys
 * @param x the key: 32 bytes, base64url without padding
 */
public record JsonWebKey(String kty, String crv, String kid, String x) {
    private static final int LENGTH = 32;

    /** The key of its 32 bytes. */
    public static JsonWebKey of(String x) {
        ObjectNode required = JsonNodeFactory.instance.objectNode();
        required.put("crv", "Ed25519").put("kty", "OKP").put("x", x);
        byte[] thumbprint = Sha256.start().digest(CanonicalJson.bytes(required));
        return new JsonWebKey(
                "OKP", "Ed25519", Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint), x);
    }

    /** The key as a JSON Web Key. */
    static JsonWebKey of(EdECPublicKey key) {
        byte[] y = key.getPoint().getY().toByteArray();
        byte[] raw = new byte[LENGTH];
        // Little-endian y, the sign of x in the last bit (RFC 8032, section 5.1.2).
        for (int i = 0; i < Math.min(y.length, LENGTH); i++) {
            raw[i] = y[y.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            raw[LENGTH - 1] |= (byte) 0x80;
        }
        return of(Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
    }

    /**
     * Whether this key signed some bytes.
     *
     * @param signature the signature, base64url without padding
     */
    public boolean verifies(byte[] signed, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(toPublicKey());
            check.update(signed);
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private PublicKey toPublicKey() throws GeneralSecurityException {
        byte[] raw = Base64.getUrlDecoder().decode(x);
        if (raw.length != LENGTH) {
            throw new GeneralSecurityException("An Ed25519 key has " + LENGTH + " bytes");
        }
        boolean odd = (raw[LENGTH - 1] & 0x80) != 0;
        byte[] y = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            y[i] = raw[LENGTH - 1 - i];
        }
        y[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
    }
}
