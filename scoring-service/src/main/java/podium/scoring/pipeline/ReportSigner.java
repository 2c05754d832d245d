package podium.scoring.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import podium.kit.event.EventJson;
import podium.kit.json.CanonicalJson;
import podium.kit.signature.JsonWebKey;
import podium.kit.signature.SigningKey;
import podium.scoring.key.DerivedSecret;
import podium.scoring.key.KeyConfig;

/**
 * Signs risk reports with an Ed25519 key that follows from the operator's master key, so there is nothing more to keep. To check a
 * report: take {@code signature} out, write the rest as canonical JSON (RFC 8785) and check the signature over its UTF-8 bytes with
 * the key of {@code GET /api/v1/datasets/report-keys} that has its {@code keyId}.
 */
@ApplicationScoped
public class ReportSigner {
    private final SigningKey key;

    @Inject
    ReportSigner(KeyConfig config) {
        byte[] master = Base64.getDecoder().decode(config.masterKey().strip());
        key = SigningKey.ofSeed(DerivedSecret.of(master, "risk-report-signature"));
    }

    /** The public half. */
    public JsonWebKey publicKey() {
        return key.publicKey();
    }

    /** The document with its digest and, over both, the signature. */
    CanonicalJson.Digested signed(Object document, String digestMember) {
        CanonicalJson.Digested digested = CanonicalJson.digested(document, digestMember);
        return new CanonicalJson.Digested(signed(digested.json()), digested.sha256());
    }

    /** A JSON object with its signature. */
    String signed(String json) {
        try {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            ObjectNode document = EventJson.read(bytes, ObjectNode.class);
            ObjectNode signature = document.putObject("signature");
            signature.put("algorithm", "Ed25519");
            signature.put("keyId", key.publicKey().kid());
            signature.put("value", key.sign(bytes));
            return CanonicalJson.text(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON object", e);
        }
    }
}
