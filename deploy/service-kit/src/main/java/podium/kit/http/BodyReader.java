package podium.kit.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
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
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.yaml.snakeyaml.LoaderOptions;

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

    @Inject
    BodyReader(ObjectMapper json) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(MOST_CODE_POINTS);
        this.json = json;
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
        ObjectMapper mapper = mediaType.getSubtype().endsWith("json") ? json : yaml;
        try (JsonParser parser = parser(mapper, body)) {
            if (parser.nextToken() == null) {
                throw Problems.badRequest("body-missing", "The request needs a body.");
            }
            Object value = mapper.readValue(parser, mapper.constructType(genericType));
            if (value == null) {
                throw Problems.badRequest("body-missing", "The request needs a body other than null.");
            }
            return value;
        } catch (JacksonException e) {
            throw BodyProblems.of(e);
        }
    }

    private JsonParser parser(ObjectMapper mapper, InputStream body) throws IOException {
        JsonParser parser = mapper.createParser(body);
        return parser instanceof YAMLParser aliased ? new WithoutAliases(aliased) : parser;
    }

    private static final class WithoutAliases extends JsonParserDelegate {
        private final YAMLParser yaml;

        WithoutAliases(YAMLParser yaml) {
            super(yaml);
            this.yaml = yaml;
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (yaml.isCurrentAlias()) {
                throw new JsonParseException(this, "Aliases are not read here: write the value out", currentLocation());
            }
            return token;
        }
    }
}
