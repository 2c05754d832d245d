package podium.backends;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import podium.backends.process.BackendException;

/** The topics that an AsyncAPI 3 document names, and the dead-letter topic of each. */
public final class Topics {
    /** Where the document is in the source tree. */
    public static final Path CONTRACT = Path.of("docs", "contracts", "asyncapi.yaml");

    private static final String DEAD_LETTER = ".dead-letter";

    private Topics() {}

    /**
     * The topics of the document that is found in the working directory or above it.
     *
     * @return number of partitions by topic
     */
    public static Map<String, Integer> ofContract() {
        Path start = Path.of("").toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            Path candidate = directory.resolve(CONTRACT);
            if (Files.isRegularFile(candidate)) {
                return of(candidate);
            }
        }
        throw new BackendException("There is no " + CONTRACT + " in " + start + " or above it.");
    }

    /**
     * The topics of a document.
     *
     * @param asyncApi an AsyncAPI 3 document in YAML; each channel has an {@code address} and
     *     {@code bindings.kafka.partitions}
     * @return number of partitions by topic, sorted by name; dead-letter topics have one
     */
    public static Map<String, Integer> of(Path asyncApi) {
        try (Reader reader = Files.newBufferedReader(asyncApi)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            Map<String, Integer> topics = new TreeMap<>();
            for (Map.Entry<?, ?> channel : map(document, "channels", asyncApi).entrySet()) {
                Map<?, ?> kafka = map(map(channel.getValue(), "bindings", asyncApi), "kafka", asyncApi);
                if (!(channel.getValue() instanceof Map<?, ?> fields)
                        || !(fields.get("address") instanceof String address)
                        || !(kafka.get("partitions") instanceof Integer partitions)) {
                    throw new BackendException(
                            asyncApi + ": channel " + channel.getKey() + " lacks its address or partitions.");
                }
                topics.put(address, partitions);
                topics.put(address + DEAD_LETTER, 1);
            }
            return topics;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + asyncApi, e);
        }
    }

    private static Map<?, ?> map(@Nullable Object parent, String key, Path file) {
        if (parent instanceof Map<?, ?> fields && fields.get(key) instanceof Map<?, ?> value) {
            return value;
        }
        throw new BackendException(file + ": \"" + key + "\" is missing or not an object.");
    }
}
