package podium.kit.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import podium.kit.digest.Sha256;
import podium.kit.event.EventJson;

/**
 * One spelling of a JSON document, so that it can be signed or hashed: RFC 8785. Members are sorted by the UTF-16 code units
 * of their names, there is no white space, escapes are the shortest, and numbers are IEEE 754 doubles in ECMAScript's
 * spelling: a whole number beyond 2^53 has to be a text.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * The canonical text.
     *
     * @param value anything that is a JSON object: a node, a map, a record
     */
    public static String text(Object value) {
        try {
            return new JsonCanonicalizer(EventJson.write(value)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalArgumentException("Not to be written as canonical JSON", e);
        }
    }

    /**
     * The bytes that are signed or hashed: the canonical text in UTF-8.
     *
     * @param value anything that is a JSON object
     */
    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The canonical text with one more member, which holds the SHA-256 of the others' text.
     *
     * @param value anything that is a JSON object
     * @param member the name of the member that holds the digest
     */
    public static Digested digested(Object value, String member) {
        String sha256 = Sha256.hex(bytes(value));
        ObjectNode more = EventJson.tree(value);
        more.put(member, sha256);
        return new Digested(text(more), sha256);
    }

    /**
     * JSON that holds its own digest.
     *
     * @param json the text
     * @param sha256 the digest of the text without the member that holds it, lower-case hexadecimal
     */
    public record Digested(String json, String sha256) {}
}
