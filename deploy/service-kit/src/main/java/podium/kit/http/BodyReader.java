package podium.kit.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.inject.Inject;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import podium.kit.idempotency.RequestFingerprint;
import podium.kit.problem.ProblemException;
import podium.kit.problem.Problems;

/**
 * Reads request bodies in JSON and, bound in exactly the same way, in YAML. What is wrong with a body is told here, where it
 * is certain that the client wrote it; JSON that fails anywhere else is our own mistake.
 *
 * <p>YAML is bounded in depth and size, and its aliases are refused: nested ones grow a few hundred bytes to gigabytes.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes({MediaType.APPLICATION_JSON, BodyReader.YAML, BodyReader.OLD_YAML})
public class BodyReader implements MessageBodyReader<Object> {
    /** YAML's media type of RFC 9512. */
    public static final String YAML = "application/yaml";
    /** YAML's media type before it had one. */
    public static final String OLD_YAML = "application/x-yaml";

    private static final int DEEPEST = 100;
    private static final int MOST_CODE_POINTS = 16 * 1024 * 1024;

    private final ObjectMapper json;
    private final ObjectMapper yaml;
    private final RequestFingerprint fingerprint;
    private final LoaderOptions limits = new LoaderOptions();

    @Inject
    BodyReader(ObjectMapper json, RequestFingerprint fingerprint) {
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(MOST_CODE_POINTS);
        this.json = json;
        this.fingerprint = fingerprint;
        this.yaml = json.copyWith(YAMLFactory.builder()
                .loaderOptions(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build());
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        InputStream digested = fingerprint.of(body);
        try (JsonParser parser =
                mediaType.getSubtype().endsWith("json") ? json.createParser(digested) : yaml(digested)) {
            if (parser.nextToken() == null) {
                throw Problems.badRequest("body-missing", "The request needs a body.");
            }
            // The parser knows the mapper that made it.
            ObjectMapper mapper = (ObjectMapper) parser.getCodec();
            Object value = mapper.readValue(parser, mapper.constructType(genericType));
            if (value == null) {
                throw Problems.badRequest("body-missing", "The request needs a body other than null.");
            }
            return value;
        } catch (JacksonException e) {
            throw BodyProblems.of(e);
        }
    }

    private JsonParser yaml(InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        try {
            for (Event event : new Yaml(limits).parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
                if (event instanceof AliasEvent alias) {
                    throw malformed("Aliases are not read here: write the value out.", alias.getStartMark());
                }
            }
        } catch (MarkedYAMLException e) {
            throw malformed("The body cannot be read: " + e.getProblem(), e.getProblemMark());
        } catch (YAMLException e) {
            throw malformed("The body cannot be read: " + e.getMessage(), null);
        }
        return yaml.createParser(bytes);
    }

    private static ProblemException malformed(String detail, @Nullable Mark mark) {
        ProblemException problem = Problems.badRequest("body-malformed", detail);
        return mark == null ? problem : problem.with("line", mark.getLine() + 1).with("column", mark.getColumn() + 1);
    }
}
