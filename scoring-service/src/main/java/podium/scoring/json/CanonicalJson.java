package podium.scoring.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON with one way to write it, after RFC 8785: members sorted by the UTF-16 code units of their names, no white space.
 * Numbers are integers or decimals without trailing zeros and exponents, which the caller sees to.
 */
public final class CanonicalJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private CanonicalJson() {}

    /** The JSON of maps, lists, texts, numbers and booleans. */
    public static String write(Map<String, Object> value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be written as JSON", e);
        }
    }

    /**
     * The JSON with one more member that holds the SHA-256 of the others' JSON, in lower-case hexadecimal.
     *
     * @param member its name
     */
    public static Digested digested(Map<String, Object> value, String member) {
        String sha256 = sha256(write(value));
        Map<String, Object> more = new TreeMap<>(value);
        more.put(member, sha256);
        return new Digested(write(more), sha256);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * JSON that holds its own digest.
     *
     * @param json the text
     * @param sha256 the digest of the text without the member that holds it
     */
    public record Digested(String json, String sha256) {}
}
