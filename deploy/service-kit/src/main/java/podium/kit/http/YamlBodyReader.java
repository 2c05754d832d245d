package podium.kit.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Request bodies in YAML, bound exactly as JSON is. Aliases, depth and size are bounded: a few hundred bytes of nested
 * aliases would otherwise grow to gigabytes.
 */
@Provider
@Consumes({YamlBodyReader.MEDIA_TYPE, YamlBodyReader.OLD_MEDIA_TYPE})
public class YamlBodyReader implements MessageBodyReader<Object> {
    /** RFC 9512. */
    public static final String MEDIA_TYPE = "application/yaml";
    /** What was used before it was registered. */
    public static final String OLD_MEDIA_TYPE = "application/x-yaml";

    private static final int MOST_ALIASES = 20;
    private static final int DEEPEST = 50;
    private static final int MOST_CODE_POINTS = 16 * 1024 * 1024;

    private final ObjectMapper yaml;

    @Inject
    YamlBodyReader(ObjectMapper json) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(MOST_CODE_POINTS);
        limits.setAllowDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        this.yaml = json.copyWith(YAMLFactory.builder().loaderOptions(limits).build())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
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
        Object value = yaml.readValue(body, yaml.constructType(genericType));
        if (value == null) {
            throw new NoContentException("The body is empty");
        }
        return value;
    }
}
