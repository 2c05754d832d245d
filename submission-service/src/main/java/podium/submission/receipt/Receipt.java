package podium.submission.receipt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import podium.kit.event.EventJson;
import podium.kit.json.CanonicalJson;

/**
 * The statement that a submission was accepted, signed by the platform. It proves to anyone which file a team sent, when,
 * and which place in its sequence it got.
 *
 * @param contest the contest's slug
 * @param ordinal the place in the team's sequence, from 1
 * @param sha256 of the bytes as they were sent, lower-case hexadecimal
 * @param bytes as sent
 * @param receivedAt when the request's headers were complete
 * @param keyId which key of {@code GET /api/v1/contests/receipt-keys} signed it
 * @param signature Ed25519 over the canonical JSON (RFC 8785) of all other members, base64url without padding
 */
public record Receipt(
        String contest,
        UUID submission,
        UUID team,
        int ordinal,
        String sha256,
        long bytes,
        Instant receivedAt,
        Instant acceptedAt,
        String keyId,
        String signature) {

    /** The statement before it is signed. */
    public record Statement(
            String contest,
            UUID submission,
            UUID team,
            int ordinal,
            String sha256,
            long bytes,
            Instant receivedAt,
            Instant acceptedAt) {

        Receipt signed(String keyId, String signature) {
            return new Receipt(
                    contest, submission, team, ordinal, sha256, bytes, receivedAt, acceptedAt, keyId, signature);
        }
    }

    /** What was stated. */
    public Statement statement() {
        return new Statement(contest, submission, team, ordinal, sha256, bytes, receivedAt, acceptedAt);
    }

    /** The bytes that the signature covers. */
    static byte[] signedBytes(Statement s, String keyId) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("contest", s.contest());
        node.put("submission", s.submission().toString());
        node.put("team", s.team().toString());
        node.put("ordinal", s.ordinal());
        node.put("sha256", s.sha256());
        node.put("bytes", s.bytes());
        node.put("receivedAt", EventJson.text(s.receivedAt()));
        node.put("acceptedAt", EventJson.text(s.acceptedAt()));
        node.put("keyId", keyId);
        return CanonicalJson.bytes(node);
    }
}
